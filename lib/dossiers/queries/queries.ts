import 'server-only'
import { and, asc, desc, inArray, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { z } from 'zod'
import { dossiers } from '@/db/schema/dossiers'
import type { Ctx } from '@/lib/ports'
import { stateOf } from '../dossier/state'
import { by, conditionsOf, QUEUE_QUERIES } from './queue-queries'
import type { Day, QueueFilter, Sort } from './queue-queries'
import type { Queue } from './queues'
import type { Reach } from '../dossier/scope'
import { reachesOf, visibleTo } from '../dossier/scope'

export const PAGE = 20
/** Beyond this a badge says "999+": counting a million rows tells an officer nothing more. */
const COUNT_CAP = 1000

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
  actBy: dossiers.actBy,
  version: dossiers.version,
  stateSince: dossiers.stateSince,
}

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()])

export function after(cursor: string | undefined, sort: Sort): SQL | undefined {
  const parsed = cursorSchema.safeParse(cursor?.split('~'))
  if (!parsed.success) return undefined
  const [at, id] = parsed.data
  const beyond = sort.descending ? sql`<` : sql`>`
  return sql`(${sort.column}, ${dossiers.id}) ${beyond} (${at}::timestamptz, ${id}::uuid)`
}

export type InboxRequest = Day & QueueFilter & { queue: Queue; cursor?: string | undefined }

/** One keyset page of a queue, and the cursor of the next where there is one. */
export async function inbox(ctx: Ctx, request: InboxRequest) {
  const { sort } = QUEUE_QUERIES[request.queue]
  const from = after(request.cursor, sort)
  const conditions = conditionsOf(ctx, request.queue, request, request).map((condition) => and(condition, from))
  return pageOf(await listRows(ctx, firstIds(ctx, sort, conditions), sort))
}

/** A page of rows found one more than it holds. */
export function pageOf<Row extends { id: string; sortedBy: Date | null }>(rows: readonly Row[]) {
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const next = rows.length > PAGE && last?.sortedBy ? `${last.sortedBy.toISOString()}~${last.id}` : null
  return { rows: page, next }
}

export async function listRows(ctx: Ctx, ids: SQL, sort: Sort) {
  const direction = sort.descending ? desc : asc
  const rows = await ctx.db
    .select({ ...ROW, sortedBy: sort.column })
    .from(dossiers)
    .where(inArray(dossiers.id, ids))
    .orderBy(direction(sort.column), direction(dossiers.id))
  return rows.map(({ state, ...row }) => ({ ...row, state: stateOf(state) }))
}

/** Ids of one page and one more: the first of what each reach's own walk of its index finds first. */
function firstIds(ctx: Ctx, sort: Sort, conditions: readonly (SQL | undefined)[]): SQL {
  const direction = sort.descending ? desc : asc
  const walk = (reach: Reach, condition: SQL | undefined) =>
    ctx.db
      .select({ id: dossiers.id, key: sql`${sort.column}`.as('key') })
      .from(dossiers)
      .where(and(reach.rows, condition))
      .orderBy(direction(sort.column), direction(dossiers.id))
      .limit(PAGE + 1)
  const walks = reachesOf(ctx.actor).flatMap((reach) => conditions.map((condition) => sql`${walk(reach, condition)}`))
  const first = unionOf(walks)
  const order = sort.descending ? sql`key desc, id desc` : sql`key, id`
  return sql`(select id from ${first} as reached order by ${order} limit ${PAGE + 1})`
}

const NOTHING = sql`(select null::uuid as id, null::timestamptz as key where false)`

/** Every row once, in whichever of the parts it is. */
export function unionOf(parts: SQL[]): SQL {
  return parts.length === 0 ? NOTHING : sql`(${sql.join(parts, sql` union `)})`
}

/** How many wait in each queue under a filter, counted up to a cap. */
export async function queueCounts(
  ctx: Ctx,
  day: Day,
  queues: readonly Queue[],
  filter: QueueFilter = {},
): Promise<Record<string, number>> {
  if (queues.length === 0) return {}
  const counts = queues.map((queue) => {
    const ids = ({ rows }: Reach) =>
      conditionsOf(ctx, queue, day, filter).map(
        (condition) => sql`(select ${dossiers.id} from ${dossiers} where ${and(rows, condition)} limit ${COUNT_CAP})`,
      )
    const matching = unionOf(reachesOf(ctx.actor).flatMap(ids))
    return sql`(select least(count(*), ${COUNT_CAP})::int from ${matching} as counted) as ${sql.identifier(queue)}`
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
  const page = rows.slice(0, PAGE).map(({ state, ...row }) => ({
    ...row,
    state: stateOf(state),
    isPassed: row.actBy !== null && row.actBy < ctx.now,
  }))
  const last = page.at(-1)
  return { rows: page, next: rows.length > PAGE && last ? `${last.submittedAt.toISOString()}~${last.id}` : null }
}
