import type { Calendar } from './calendar'
import { addWorkingDays, workingDayFrom, workingDaysBetween, workingDayUpTo } from './calendar'
import { restartClock } from './deadline'
import type { Deadline } from './deadline'
import { explainResume } from './explanation'
import { addDays, daysBetween, instant, localDate, minuteOfDay, parseTime } from './local-date'
import type { LocalDate } from './local-date'
import { addWorkingMinutes, closesAt, isAfterHours, workingMinutesBetween } from './office-hours'
import type { DeadlinePolicy } from './policy'
import { traceBetween } from './trace'

/**
 * Lets a stopped clock run again. After a supplement under `RESTART` the full term begins anew; otherwise the due date
 * moves by what was waited, so that a pause neither costs nor gives anybody working time. A running clock stays as it is.
 */
export function resume(deadline: Deadline, at: Date, calendar: Calendar): Deadline {
  if (!deadline.pause) return deadline
  if (deadline.pause.cause === 'supplement' && deadline.policy.supplement === 'RESTART') {
    return restartClock(deadline, at, calendar)
  }
  const waited = waitedBetween(deadline.policy, deadline.pause.at, at, calendar)
  const currentDueAt = moveDueDate(deadline, waited, calendar)
  return {
    ...deadline,
    currentDueAt,
    pause: null,
    explanation: [...deadline.explanation, ...explainResume(deadline.policy, at, waited, currentDueAt)],
    trace: traceBetween(calendar, localDate(deadline.startedAt), localDate(currentDueAt)),
  }
}

/** The deadline as if an open pause ended now, so that days left can be shown while waiting. */
export function projectDeadline(deadline: Deadline, now: Date, calendar: Calendar): Deadline {
  return resume(deadline, now, calendar)
}

/** What the pause lasted in the unit of the term; nothing when no office hour fell into it. */
function waitedBetween(policy: DeadlinePolicy, from: Date, to: Date, calendar: Calendar): number {
  if (policy.unit === 'CALENDAR_DAYS')
    return Math.max(0, daysBetween(localDate(from), lastCalendarDay(from, to, calendar)))
  const minutes = workingMinutesBetween(calendar, from, to)
  if (policy.unit === 'WORKING_HOURS' || minutes === 0) return minutes
  const first = workingDayUpTo(calendar, localDate(from))
  return workingDaysBetween(calendar, first, goesOnAt(policy, from, to, calendar))
}

/** A term taken up after closing goes on the next day, else its last day would be gone before it began. */
function lastCalendarDay(from: Date, to: Date, calendar: Calendar): LocalDate {
  const date = localDate(to)
  return date > localDate(from) && minuteOfDay(to) >= closesAt(calendar) ? addDays(date, 1) : date
}

function goesOnAt(policy: DeadlinePolicy, from: Date, to: Date, calendar: Calendar): LocalDate {
  const date = localDate(to)
  const isTooLateToday =
    policy.unit === 'SAME_DAY' && date > localDate(from) && minuteOfDay(to) >= parseTime(policy.sameDayCutoff)
  return isAfterHours(calendar, to) || isTooLateToday ? addWorkingDays(calendar, date, 1) : date
}

function moveDueDate(deadline: Deadline, waited: number, calendar: Calendar): Date {
  const { policy, currentDueAt } = deadline
  if (waited === 0) return currentDueAt
  const due = localDate(currentDueAt)
  if (policy.unit === 'WORKING_HOURS') return addWorkingMinutes(calendar, currentDueAt, waited)
  const day =
    policy.unit === 'CALENDAR_DAYS'
      ? workingDayFrom(calendar, addDays(due, waited))
      : addWorkingDays(calendar, due, waited)
  return instant(day, parseTime(policy.endOfDay))
}
