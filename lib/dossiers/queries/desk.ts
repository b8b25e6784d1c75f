import 'server-only'
import { displayNames, identifierHash } from '@/lib/accounts/server'
import { calendarFor } from '@/lib/agencies/server'
import { addDays, addWorkingDays, instant, localDate, parseTime } from '@/lib/calendar'
import { normaliseSubmissionCode, uuid } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { inbox, queueCounts } from './queries'
import { queueAt, queuesFor } from './queues'
import type { Queue } from './queues'
import { COMMON, searchDossiers } from './search'
import { numberIn } from '../dossier/search-numbers'
import { searchable } from '../dossier/searchable'
import { termMark } from './term-mark'

const NEAR_DAYS = 2

export type DeskRequest = {
  queue?: string | undefined
  q?: string | undefined
  procedureCode?: string | undefined
  holderId?: string | undefined
  cursor?: string | undefined
}

/** Whether this officer works on dossiers at all; others have pages of their own. */
export const worksOnDossiers = (ctx: Ctx): boolean => queuesFor(rolesOf(ctx)) !== null

/** What an officer's start page shows: a queue or what a search found, the counts of their queues, who holds what. */
export async function desk(ctx: Ctx, request: DeskRequest) {
  const theirs = queuesFor(rolesOf(ctx)) ?? { first: 'all' as const, shown: [] }
  const day = { nearBefore: await nearUntil(ctx) }
  const queue = queueAt(request.queue) ?? theirs.first
  const q = (request.q ?? '').trim().slice(0, 120)
  const filter = q === '' ? filterOf(request) : {}
  const [page, counts] = await Promise.all([
    q === ''
      ? inbox(ctx, { queue, ...day, ...filter, cursor: request.cursor }).then((rows) => ({ ...rows, total: null }))
      : searchDossiers(ctx, readQuery(ctx, q), request.cursor),
    queueCounts(ctx, day, theirs.shown.filter(isCounted), filter),
  ])
  const rows = await withNames(ctx, page.rows, day.nearBefore)
  const matches = page.total === null ? null : { total: page.total, isMore: page.total >= COMMON }
  return { queue, q, rows, next: page.next, counts, shown: theirs.shown, matches, filter }
}

/** Everything an officer may see is too much to count. */
const isCounted = (queue: Queue) => queue !== 'all'

type Listed = Awaited<ReturnType<typeof inbox>>['rows']

async function withNames(ctx: Ctx, rows: Listed, nearBefore: Date) {
  const names = await displayNames(
    ctx,
    rows.map(({ assigneeId }) => assigneeId).filter((id) => id !== null),
  )
  return rows.map((row) => ({
    ...row,
    mark: termMark(row, ctx.now, nearBefore),
    assigneeName: row.assigneeId === null ? null : (names.get(row.assigneeId) ?? null),
  }))
}

function filterOf({ procedureCode, holderId }: DeskRequest) {
  return { procedureCode, holderId: uuid.safeParse(holderId).success ? holderId : undefined }
}

const rolesOf = ({ actor }: Ctx) => (actor.kind === 'officer' ? actor.grants.map(({ role }) => role) : [])

/** A due date counts as near until the second working day from today has ended. */
async function nearUntil(ctx: Ctx): Promise<Date> {
  const agencyCode = ctx.actor.kind === 'officer' ? ctx.actor.grants[0]?.agencyCode : undefined
  const calendar = await calendarFor(ctx, agencyCode ?? '', ctx.now)
  return instant(addDays(addWorkingDays(calendar, localDate(ctx.now), NEAR_DAYS), 1), parseTime('00:00'))
}

function readQuery(ctx: Ctx, q: string) {
  const number = numberIn(q)
  const isCode = /^[0-9A-Za-z.-]{10,60}$/.test(q)
  return {
    code: isCode && !q.includes('-') ? normaliseSubmissionCode(q) : q.toUpperCase(),
    idHash: identifierHash(ctx, q),
    numberHash: number === null ? null : identifierHash(ctx, number),
    name: searchable(q),
  }
}
