import type { Calendar, Classification } from '@/lib/calendar'
import { classify, classifyCompleted, countsAsOnTime, SUPPLEMENTS_ON_TIME } from '@/lib/calendar'
import type { Dossier } from './dossier'
import { placeOf } from './place'

/** Whether it was asked for a supplement once too often to count as on time. */
export const isAskedTooOften = ({ supplementCount }: Pick<Dossier, 'supplementCount'>): boolean =>
  supplementCount > SUPPLEMENTS_ON_TIME

/**
 * Whether statistics count it as overdue (Decision 766/QĐ-TTg): its term passed before it ended, or by now, or it was asked for a
 * supplement too often. `counted-query.ts` says the same in SQL.
 */
export function isCountedOverdue(dossier: Dossier, now: Date, calendar: Calendar): boolean {
  const { deadline, supplementCount: supplementRequests, completedAt, returnedAt, closing, stateSince } = dossier
  if (isAskedTooOften(dossier)) return true
  // Before acceptance the desk owes an answer, and nobody once the applicant is waited for.
  if (deadline === null) return dossier.state === 'submitted' && dossier.intakeDueAt < now
  const ends = { completedAt, returnedAt, stoppedAt: closing === null ? null : stateSince, periodEnd: now }
  return !countsAsOnTime({ deadline, supplementRequests, ends }, calendar)
}

/** How it stands to its term: while it is open by now, afterwards by its end. */
export function standingIn({ deadline, completedAt }: Dossier, now: Date, calendar: Calendar): Classification | null {
  if (deadline === null) return null
  return completedAt === null ? classify(deadline, now, calendar) : classifyCompleted(deadline, completedAt, calendar)
}

/**
 * Which promise to the applicant was let pass: an answer on what was handed in, or the result. None while they are waited for
 * themselves, since the day is then counted anew, nor once it has ended.
 */
export function passedTerm(
  { state, intakeDueAt }: Pick<Dossier, 'state' | 'intakeDueAt'>,
  standing: Pick<Classification, 'standing'> | null,
  now: Date,
): 'intake' | 'result' | null {
  if (state === 'submitted') return intakeDueAt < now ? 'intake' : null
  const place = placeOf(state)
  return place !== null && place !== 'applicant' && standing?.standing === 'OVERDUE' ? 'result' : null
}
