import 'server-only'
import { displayNames, identifierHash } from '@/lib/accounts/server'
import { calendarFor } from '@/lib/agencies/server'
import { addWorkingDays, instant, localDate, parseTime } from '@/lib/calendar'
import { normaliseSubmissionCode } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { inbox, queueCounts } from './queries'
import type { Queue } from './queues'
import { QUEUES, queueOf } from './queues'
import { searchDossiers } from './search'
import { searchable } from './searchable'

const NEAR_DAYS = 2

export type DeskRequest = {
  queue?: string | undefined
  q?: string | undefined
  procedureCode?: string | undefined
  cursor?: string | undefined
}

/** What an officer's start page shows: a queue or what a search found, the counts of all queues, who holds what. */
export async function desk(ctx: Ctx, request: DeskRequest) {
  const nearDue = await nearDueLimit(ctx)
  const queue = queueOf(request.queue) ?? firstQueue(ctx)
  const q = (request.q ?? '').trim().slice(0, 120)
  const [page, counts] = await Promise.all([
    q === ''
      ? inbox(ctx, { queue, nearDue, ...optional(request) })
      : { rows: await searchDossiers(ctx, typed(ctx, q)), next: null },
    queueCounts(ctx, nearDue, queues()),
  ])
  const names = await displayNames(
    ctx,
    page.rows.map(({ assigneeId }) => assigneeId).filter((id) => id !== null),
  )
  const rows = page.rows.map((row) => ({
    ...row,
    assigneeName: row.assigneeId === null ? null : (names.get(row.assigneeId) ?? null),
  }))
  return { queue, q, rows, next: page.next, counts, nearDue }
}

const queues = () =>
  Object.keys(QUEUES)
    .flatMap((key) => queueOf(key) ?? [])
    .filter((queue) => queue !== 'tat-ca')

function optional({ procedureCode, cursor }: DeskRequest) {
  return { ...(procedureCode === undefined ? {} : { procedureCode }), ...(cursor === undefined ? {} : { cursor }) }
}

/** The queue an officer most likely came for. */
function firstQueue(ctx: Ctx): Queue {
  const roles = ctx.actor.kind === 'officer' ? ctx.actor.grants.map(({ role }) => role) : []
  if (roles.includes('agencyLeader') || roles.includes('departmentHead')) return 'cho-duyet'
  return roles.includes('oneStopOfficer') ? 'moi-nop' : 'cua-toi'
}

/** Until when a due date counts as near: the end of the second working day from today. */
async function nearDueLimit(ctx: Ctx): Promise<Date> {
  const agencyCode = ctx.actor.kind === 'officer' ? ctx.actor.grants[0]?.agencyCode : undefined
  const calendar = await calendarFor(ctx, agencyCode ?? '', ctx.now)
  return instant(addWorkingDays(calendar, localDate(ctx.now), NEAR_DAYS), parseTime('23:59'))
}

function typed(ctx: Ctx, q: string) {
  const isCode = /^[0-9A-Za-z.-]{10,60}$/.test(q)
  return {
    code: isCode && !q.includes('-') ? normaliseSubmissionCode(q) : q.toUpperCase(),
    idHash: identifierHash(ctx, q),
    name: searchable(q),
  }
}
