import type { Calendar } from './calendar'
import { workingDaysBetween } from './calendar'
import type { Deadline } from './deadline'
import { localDate } from './local-date'
import { projectDeadline } from './resume'

/** Closed: early, on the due date, after it. Open: within, near the end, past it. */
export const STANDINGS = ['EARLY', 'ON_TIME', 'LATE', 'WITHIN', 'NEAR_DUE', 'OVERDUE'] as const
export type Standing = (typeof STANDINGS)[number]

export type Classification = {
  standing: Standing
  /** The due date, counting an open pause as if it ended now. */
  dueAt: Date
  /** Working days from now (or completion) to the due date; negative when it has passed. */
  daysLeft: number
}

/**
 * Where an open deadline stands now. A term in days ends with the last day (Civil Code art. 148.5), one in hours with
 * the minute. `nearDueDays` is how many working days before the end count as near it.
 */
export function classify(deadline: Deadline, now: Date, calendar: Calendar, nearDueDays = 2): Classification {
  const dueAt = projectDeadline(deadline, now, calendar).currentDueAt
  const daysLeft = workingDaysBetween(calendar, localDate(now), localDate(dueAt))
  if (isPast(deadline, dueAt, now)) return { standing: 'OVERDUE', dueAt, daysLeft }
  return { standing: daysLeft <= nearDueDays ? 'NEAR_DUE' : 'WITHIN', dueAt, daysLeft }
}

/** How a finished dossier kept its deadline. */
export function classifyCompleted(deadline: Deadline, completedAt: Date, calendar: Calendar): Classification {
  const dueAt = projectDeadline(deadline, completedAt, calendar).currentDueAt
  const daysLeft = workingDaysBetween(calendar, localDate(completedAt), localDate(dueAt))
  if (isPast(deadline, dueAt, completedAt)) return { standing: 'LATE', dueAt, daysLeft }
  return { standing: localDate(completedAt) < localDate(dueAt) ? 'EARLY' : 'ON_TIME', dueAt, daysLeft }
}

function isPast(deadline: Deadline, dueAt: Date, at: Date): boolean {
  return deadline.policy.unit === 'WORKING_HOURS' ? at > dueAt : localDate(at) > localDate(dueAt)
}

/** When a dossier came to each of its possible ends, for the indicator set of Decision 766/QĐ-TTg. */
export type Ends = { completedAt: Date | null; returnedAt: Date | null; stoppedAt: Date | null; periodEnd: Date }

/** The instant Decision 766 compares with the due date: done, else returned, else stopped, else the end of the period. */
export function reportedEnd(ends: Ends): Date {
  return ends.completedAt ?? ends.returnedAt ?? ends.stoppedAt ?? ends.periodEnd
}

/** Decision 766 lets a dossier be supplemented so often; what is asked for once more counts as overdue, whatever its term. */
export const SUPPLEMENTS_ON_TIME = 1

/** On time in the sense of Decision 766. */
export function countsAsOnTime(
  dossier: { deadline: Deadline; supplementRequests: number; ends: Ends },
  calendar: Calendar,
): boolean {
  if (dossier.supplementRequests > SUPPLEMENTS_ON_TIME) return false
  return classifyCompleted(dossier.deadline, reportedEnd(dossier.ends), calendar).standing !== 'LATE'
}
