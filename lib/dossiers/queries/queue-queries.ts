import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { roleGrants, users } from '@/db/schema/accounts'
import { dossiers } from '@/db/schema/dossiers'
import type { Ctx } from '@/lib/ports'
import type { Queue } from './queues'

export type Sort = {
  column:
    | typeof dossiers.dueAt
    | typeof dossiers.submittedAt
    | typeof dossiers.intakeDueAt
    | typeof dossiers.stateSince
    | typeof dossiers.completedAt
    | typeof dossiers.heldSince
    | typeof dossiers.actBy
  descending: boolean
}

export const by = (column: Sort['column'], descending = false): Sort => ({ column, descending })

/** What narrows every queue, its list and its count alike. */
export type QueueFilter = { procedureCode?: string | undefined; holderId?: string | undefined }

export type Day = {
  /** From when on a term no longer counts as near. */
  nearBefore: Date
}

type QueueQuery = {
  /** Its rows are those of any of these conditions, each of which one index serves. */
  where: (ctx: Ctx, day: Day) => (SQL | undefined)[]
  sort: Sort
}

const mine = (ctx: Ctx) => (ctx.actor.kind === 'officer' ? eq(dossiers.assigneeId, ctx.actor.userId) : sql`false`)

const iso = (at: Date) => at.toISOString()

/** Posts of people who can work on dossiers today. */
const atWork = ({ now }: Ctx) => sql`(select post.user_id, post.agency_code, post.unit_id from ${roleGrants} as post
  join ${users} as person on person.id = post.user_id and person.disabled_at is null
  where post.role in ('caseOfficer', 'unitHead') and post.effective_from <= ${iso(now)}::timestamptz
    and (post.effective_to is null or post.effective_to > ${iso(now)}::timestamptz))`

const covers = sql`one.agency_code = ${dossiers.agencyCode} and (one.unit_id is null or one.unit_id = ${dossiers.unitId})`

/** Held by somebody who is no longer at work there, or lying where nobody works. */
const isUnattended = (ctx: Ctx) => {
  const open = sql`${dossiers.state} in ('accepted', 'in_review', 'awaiting_supplement', 'awaiting_approval', 'withdrawal_requested')`
  const holder = sql`select from ${atWork(ctx)} as one where one.user_id = ${dossiers.assigneeId} and ${covers}`
  const anybody = sql`select from ${atWork(ctx)} as one where ${covers}`
  return [
    sql`${open} and ${dossiers.assigneeId} is not null and not exists (${holder})`,
    sql`${open} and ${dossiers.assigneeId} is null and not exists (${anybody})`,
  ]
}

/** States are written as constants, so that PostgreSQL can prove that a partial index holds every row of the queue. */
export const QUEUE_QUERIES: Record<Queue, QueueQuery> = {
  new: { where: () => [sql`${dossiers.state} = 'submitted'`], sort: by(dossiers.intakeDueAt) },
  unassigned: {
    where: () => [sql`${dossiers.assigneeId} is null and ${dossiers.state} in ('accepted', 'withdrawal_requested')`],
    sort: by(dossiers.dueAt),
  },
  unattended: { where: isUnattended, sort: by(dossiers.heldSince) },
  mine: {
    where: (ctx) => [
      and(mine(ctx), sql`${dossiers.state} in ('in_review', 'awaiting_approval', 'withdrawal_requested')`),
    ],
    sort: by(dossiers.dueAt),
  },
  nearDue: {
    where: ({ now }, { nearBefore }) => [
      sql`${dossiers.actBy} >= ${iso(now)} and ${dossiers.actBy} < ${iso(nearBefore)}`,
    ],
    sort: by(dossiers.actBy),
  },
  overdue: { where: ({ now }) => [sql`${dossiers.actBy} < ${iso(now)}`], sort: by(dossiers.actBy) },
  awaitingApplicant: {
    where: () => [sql`${dossiers.state} in ('awaiting_supplement', 'incomplete')`],
    sort: by(dossiers.stateSince),
  },
  awaitingApproval: { where: () => [sql`${dossiers.state} = 'awaiting_approval'`], sort: by(dossiers.dueAt) },
  toReturn: { where: () => [sql`${dossiers.state} = 'completed'`], sort: by(dossiers.completedAt) },
  all: { where: () => [undefined], sort: by(dossiers.submittedAt, true) },
}

/** The conditions of a queue, narrowed: the one source of its list and of its count. */
export function conditionsOf(ctx: Ctx, queue: Queue, day: Day, filter: QueueFilter): (SQL | undefined)[] {
  const narrowed = and(
    filter.procedureCode === undefined ? undefined : eq(dossiers.procedureCode, filter.procedureCode),
    filter.holderId === undefined ? undefined : eq(dossiers.assigneeId, filter.holderId),
  )
  return QUEUE_QUERIES[queue].where(ctx, day).map((where) => and(where, narrowed))
}
