import type { Text } from '@/lib/i18n'
import type { Calendar } from './calendar'
import { addWorkingDays, isWorkingDay, workingDayFrom } from './calendar'
import { explainPause, explainStart, explainTerm } from './explanation'
import type { StartMove } from './explanation'
import { addDays, instant, localDate, minuteOfDay, parseTime } from './local-date'
import type { LocalDate } from './local-date'
import { addWorkingMinutes, isAfterHours, nextOpening, opensAt } from './office-hours'
import type { DeadlinePolicy, PauseCause } from './policy'
import { traceBetween } from './trace'
import type { TraceDay } from './trace'

/** A time limit as it stands, with why it ends when it ends. */
export type Deadline = {
  policy: DeadlinePolicy
  acceptedAt: Date
  /** When the term began to run: acceptance, moved into working time. */
  startedAt: Date
  originalDueAt: Date
  currentDueAt: Date
  pause: { at: Date; cause: PauseCause } | null
  /** Sentences in order, for people. */
  explanation: readonly Text[]
  /** Every day from the start to the due date and whether it counted. */
  trace: readonly TraceDay[]
}

/** The deadline of something accepted at this instant. */
export function startClock(policy: DeadlinePolicy, acceptedAt: Date, calendar: Calendar): Deadline {
  const { startedAt, move } = clockStart(policy, acceptedAt, calendar)
  const { dueAt, lastDay } = dueFrom(policy, startedAt, calendar)
  const trace = traceBetween(calendar, localDate(startedAt), localDate(dueAt))
  return {
    policy,
    acceptedAt,
    startedAt,
    originalDueAt: dueAt,
    currentDueAt: dueAt,
    pause: null,
    explanation: [
      ...explainStart('accepted', { policy, acceptedAt, startedAt, move }),
      ...explainTerm({ policy, calendar, trace, dueAt, lastDay }),
    ],
    trace,
  }
}

/** The same deadline after the supplement came and the policy gives the full term again. */
export function restartClock(deadline: Deadline, at: Date, calendar: Calendar): Deadline {
  const { policy } = deadline
  const again = startClock(policy, at, calendar)
  const { move } = clockStart(policy, at, calendar)
  const start = explainStart('resumedFull', { policy, acceptedAt: at, startedAt: again.startedAt, move })
  return {
    ...deadline,
    startedAt: again.startedAt,
    currentDueAt: again.currentDueAt,
    pause: null,
    explanation: [...deadline.explanation, ...start, ...again.explanation.slice(start.length)],
    trace: again.trace,
  }
}

/** Stops the clock; a payment stops it only where the policy says so, and a stopped clock stays as it is. */
export function pause(deadline: Deadline, at: Date, cause: PauseCause): Deadline {
  if (deadline.pause || (cause === 'payment' && !deadline.policy.paymentPauses)) return deadline
  return { ...deadline, pause: { at, cause }, explanation: [...deadline.explanation, explainPause(at, cause)] }
}

function clockStart(policy: DeadlinePolicy, at: Date, calendar: Calendar): { startedAt: Date; move: StartMove } {
  const date = localDate(at)
  if (!isWorkingDay(calendar, date)) return { startedAt: nextOpening(calendar, date), move: 'dayOff' }
  if (isAfterHours(calendar, at)) return { startedAt: nextOpening(calendar, date), move: 'closed' }
  if (isShifted(policy, at)) return { startedAt: nextOpening(calendar, date), move: 'shift' }
  const opening = opensAt(calendar)
  return minuteOfDay(at) < opening
    ? { startedAt: instant(date, opening), move: 'early' }
    : { startedAt: at, move: 'none' }
}

/** Terms in hours run by the minute: passing on after the cutoff does not lengthen them. */
function isShifted(policy: DeadlinePolicy, at: Date): boolean {
  const isByDay = policy.unit === 'WORKING_DAYS' || policy.unit === 'CALENDAR_DAYS'
  const applies = policy.unit === 'SAME_DAY' || (isByDay && policy.intakeShift)
  return applies && minuteOfDay(at) >= parseTime(policy.sameDayCutoff)
}

/** `lastDay` is the day the bare count ends on; a term in calendar days may be due later than that. */
function dueFrom(policy: DeadlinePolicy, startedAt: Date, calendar: Calendar): { dueAt: Date; lastDay: LocalDate } {
  const start = localDate(startedAt)
  const end = (lastDay: LocalDate) => ({
    dueAt: instant(workingDayFrom(calendar, lastDay), parseTime(policy.endOfDay)),
    lastDay,
  })
  switch (policy.unit) {
    case 'WORKING_DAYS':
      return end(addWorkingDays(calendar, start, policy.amount))
    case 'CALENDAR_DAYS':
      return end(addDays(start, policy.amount))
    case 'SAME_DAY':
      return end(start)
    case 'WORKING_HOURS': {
      const dueAt = addWorkingMinutes(calendar, startedAt, policy.amount * 60)
      return { dueAt, lastDay: localDate(dueAt) }
    }
  }
}
