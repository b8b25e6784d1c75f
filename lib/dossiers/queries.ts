import 'server-only'
import type { SQL } from 'drizzle-orm'
import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { dossiers } from '@/db/schema/dossiers'
import type { Ctx } from '@/lib/ports'
import { stateOf } from './lifecycle'
import type { Queue } from './queues'
import type { Reach } from './scope'
import { reachesOf, visibleTo } from './scope'

export const PAGE = 20
/** Beyond this a badge says "999+": counting a million rows tells an officer nothing more. */
const COUNT_CAP = 1000

type Sort = {
  column:
    | typeof dossiers.dueAt
    | typeof dossiers.submittedAt
    | typeof dossiers.intakeDueAt
    | typeof dossiers.stateSince
    | typeof dossiers.completedAt
  descending: boolean
}

type QueueQuery = { where: (ctx: Ctx, nearDue: Date) => SQL | undefined; sort: Sort }

/** Written as constants, so that PostgreSQL can prove that a partial index holds every row of the queue. */
const OPEN = sql`${dossiers.state} in ('accepted', 'in_review', 'awaiting_approval', 'withdrawal_requested')`
export const by = (column: Sort['column'], descending = false): Sort => ({ column, descending })

const mine = (ctx: Ctx) => (ctx.actor.kind === 'officer' ? eq(dossiers.assigneeId, ctx.actor.userId) : sql`false`)

const QUERY: Record<Queue, QueueQuery> = {
  'moi-nop': { where: () => sql`${dossiers.state} = 'submitted'`, sort: by(dossiers.intakeDueAt) },
  'chua-phan-cong': { where: () => sql`${dossiers.state} = 'accepted'`, sort: by(dossiers.dueAt) },
  'cua-toi': {
    where: (ctx) => and(mine(ctx), sql`${dossiers.state} in ('in_review', 'awaiting_approval')`),
    sort: by(dossiers.dueAt),
  },
  'sap-den-han': {
    where: (ctx, nearDue) =>
      and(OPEN, sql`${dossiers.dueAt} >= ${ctx.now.toISOString()}`, sql`${dossiers.dueAt} <= ${nearDue.toISOString()}`),
    sort: by(dossiers.dueAt),
  },
  'qua-han': { where: (ctx) => and(OPEN, lt(dossiers.dueAt, ctx.now)), sort: by(dossiers.dueAt) },
  'cho-nguoi-nop': {
    where: () => sql`${dossiers.state} in ('awaiting_supplement', 'incomplete')`,
    sort: by(dossiers.stateSince),
  },
  'cho-duyet': { where: () => sql`${dossiers.state} = 'awaiting_approval'`, sort: by(dossiers.dueAt) },
  'cho-tra': { where: () => sql`${dossiers.state} = 'completed'`, sort: by(dossiers.completedAt) },
  'tat-ca': { where: () => undefined, sort: by(dossiers.submittedAt, true) },
}

const ROW = {
  id: dossiers.id,
  submissionCode: dossiers.submissionCode,
  dossierCode: dossiers.dossierCode,
  procedureName: dossiers.procedureName,
  applicantName: dossiers.applicantName,
  state: dossiers.state,
  agencyCode: dossiers.agencyCode,
  assigneeId: dossiers.assigneeId,
  submittedAt: dossiers.submittedAt,
  intakeDueAt: dossiers.intakeDueAt,
  dueAt: dossiers.dueAt,
  stateSince: dossiers.stateSince,
}

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()])

function after(cursor: string | undefined, sort: Sort): SQL | undefined {
  const parsed = cursorSchema.safeParse(cursor?.split('~'))
  if (!parsed.success) return undefined
  const [at, id] = parsed.data
  const beyond = sort.descending ? sql`<` : sql`>`
  return sql`(${sort.column}, ${dossiers.id}) ${beyond} (${at}::timestamptz, ${id}::uuid)`
}

export type InboxRequest = {
  queue: Queue
  procedureCode?: string
  /** Until when a term counts as near. */
  nearDue: Date
  cursor?: string
}

/** One keyset page of a queue, and the cursor of the next where there is one. */
export async function inbox(ctx: Ctx, request: InboxRequest) {
  const { where, sort } = QUERY[request.queue]
  const procedure = request.procedureCode === undefined ? undefined : eq(dossiers.procedureCode, request.procedureCode)
  const wanted = and(where(ctx, request.nearDue), procedure, after(request.cursor, sort))
  const rows = await listed(
    ctx,
    firstIds(ctx, sort, () => wanted),
    sort,
  )
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const next = rows.length > PAGE && last?.sortedBy ? `${last.sortedBy.toISOString()}~${last.id}` : null
  return { rows: page, next }
}

export async function listed(ctx: Ctx, ids: SQL, sort: Sort) {
  const direction = sort.descending ? desc : asc
  const rows = await ctx.db
    .select({ ...ROW, sortedBy: sort.column })
    .from(dossiers)
    .where(inArray(dossiers.id, ids))
    .orderBy(direction(sort.column), direction(dossiers.id))
  return rows.map(({ state, ...row }) => ({ ...row, state: stateOf(state) }))
}

/** Ids of one page and one more: the first of what each reach's own walk of its index finds first. */
function firstIds(ctx: Ctx, sort: Sort, wanted: (reach: Reach) => SQL | undefined): SQL {
  const direction = sort.descending ? desc : asc
  const walk = (reach: Reach) =>
    ctx.db
      .select({ id: dossiers.id, key: sql`${sort.column}`.as('key') })
      .from(dossiers)
      .where(and(reach.rows, wanted(reach)))
      .orderBy(direction(sort.column), direction(dossiers.id))
      .limit(PAGE + 1)
  const first = unionOf(reachesOf(ctx.actor).map((reach) => sql`${walk(reach)}`))
  const order = sort.descending ? sql`key desc, id desc` : sql`key, id`
  return sql`(select id from ${first} as reached order by ${order} limit ${PAGE + 1})`
}

const NOTHING = sql`(select null::uuid as id, null::timestamptz as key where false)`

/** Every row once, in whichever of the parts it is. */
export function unionOf(parts: SQL[]): SQL {
  return parts.length === 0 ? NOTHING : sql`(${sql.join(parts, sql` union `)})`
}

/** How many wait in each queue, counted up to a cap. */
export async function queueCounts(ctx: Ctx, nearDue: Date, queues: readonly Queue[]): Promise<Record<string, number>> {
  const counts = queues.map((queue) => {
    const wanted = QUERY[queue].where(ctx, nearDue)
    const ids = ({ rows }: Reach) =>
      sql`(select ${dossiers.id} from ${dossiers} where ${and(rows, wanted)} limit ${COUNT_CAP})`
    const found = unionOf(reachesOf(ctx.actor).map(ids))
    return sql`(select least(count(*), ${COUNT_CAP})::int from ${found} as counted) as ${sql.identifier(queue)}`
  })
  const [row] = await ctx.db.execute<Record<string, number>>(sql`select ${sql.join(counts, sql`, `)}`)
  return row ?? {}
}

/** The applicant's own dossiers, newest first. */
export async function myDossiers(ctx: Ctx, cursor?: string) {
  const sort = by(dossiers.submittedAt, true)
  const rows = await ctx.db
    .select(ROW)
    .from(dossiers)
    .where(and(visibleTo(ctx.actor), after(cursor, sort)))
    .orderBy(desc(dossiers.submittedAt), desc(dossiers.id))
    .limit(PAGE + 1)
  const page = rows.slice(0, PAGE).map(({ state, ...row }) => ({ ...row, state: stateOf(state) }))
  const last = page.at(-1)
  return { rows: page, next: rows.length > PAGE && last ? `${last.submittedAt.toISOString()}~${last.id}` : null }
}
