import { LOCALES, say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import type { Calendar } from './calendar'
import { isProvisional } from './calendar'
import { formatDate, formatTime, localDate, minuteOfDay, weekday, yearOf } from './local-date'
import type { LocalDate } from './local-date'
import type { DeadlinePolicy, PauseCause } from './policy'
import type { TraceDay } from './trace'
import { EXPLAIN, WEEKDAYS } from './words'

type Values = Record<string, string | number | Text>

/** Fills a sentence in every language; a value may itself be in two languages. */
export function fill(text: Text, values: Values): Text {
  const inLocale = (locale: Locale): string =>
    say(
      text,
      locale,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[locale] : value]),
      ),
    )
  const [vi, en] = LOCALES.map(inLocale)
  return { vi: vi ?? '', en: en ?? '' }
}

/** `14:05`, `thứ Sáu`, `25/09/2026` of an instant in Vietnam. */
export function moment(at: Date): { time: string; weekday: Text; date: string } {
  const date = localDate(at)
  return { time: formatTime(minuteOfDay(at)), weekday: weekdayOf(date), date: formatDate(date) }
}

function weekdayOf(date: LocalDate): Text {
  return WEEKDAYS[weekday(date)] ?? { vi: '', en: '' }
}

/** Why the start of a term was moved from the instant of acceptance. */
export type StartMove = 'none' | 'dayOff' | 'closed' | 'early' | 'shift'

const MOVES = {
  dayOff: EXPLAIN.movedDayOff,
  closed: EXPLAIN.movedClosed,
  early: EXPLAIN.movedEarly,
  shift: EXPLAIN.movedShift,
} as const satisfies Record<Exclude<StartMove, 'none'>, Text>

/** How the term began. */
export function explainStart(
  kind: 'accepted' | 'resumedFull',
  start: { policy: DeadlinePolicy; acceptedAt: Date; startedAt: Date; move: StartMove },
): Text[] {
  const first = fill(EXPLAIN[kind], moment(start.acceptedAt))
  if (start.move === 'none') return [first]
  const values = { ...moment(start.startedAt), cutoff: start.policy.sameDayCutoff }
  return [first, fill(MOVES[start.move], values)]
}

/** How long the term is, which days it skipped, and when it ends. */
export function explainTerm(term: {
  policy: DeadlinePolicy
  calendar: Calendar
  trace: readonly TraceDay[]
  dueAt: Date
  lastDay: LocalDate
}): Text[] {
  const { policy, calendar, trace, dueAt, lastDay } = term
  const hours = calendar.hours.map(({ from, to }) => `${formatTime(from)}–${formatTime(to)}`).join(', ')
  const isRolled = policy.unit === 'CALENDAR_DAYS' && lastDay !== localDate(dueAt)
  return [
    fill(EXPLAIN[policy.unit], { amount: policy.amount, cutoff: policy.sameDayCutoff, hours }),
    ...(policy.unit === 'CALENDAR_DAYS' ? [] : explainSkipped(trace)),
    ...(isRolled ? [fill(EXPLAIN.rolled, { date: formatDate(lastDay) })] : []),
    ...explainProvisional(calendar, trace),
    fill(EXPLAIN.due, moment(dueAt)),
  ]
}

function explainSkipped(trace: readonly TraceDay[]): Text[] {
  const listDays = (kind: TraceDay['kind'], sentence: Text): Text[] => {
    const days = trace.filter((day) => day.kind === kind)
    return days.length === 0 ? [] : [fill(sentence, { list: listOf(days) })]
  }
  return [
    ...(trace.some((day) => day.kind === 'weekend') ? [EXPLAIN.weekend] : []),
    ...listDays('holiday', EXPLAIN.holiday),
    ...listDays('swapped', EXPLAIN.swapped),
  ]
}

/** `Quốc khánh (01/09/2026, 02/09/2026); ...`: days of one name together. */
function listOf(days: readonly TraceDay[]): Text {
  const names = [...new Map(days.map((day) => [day.name?.vi, day.name])).values()]
  const inLocale = (locale: Locale): string =>
    names
      .map((name) => {
        const same = days.filter((day) => day.name?.vi === name?.vi)
        const dates = same.map((day) => formatDate(day.date)).join(', ')
        return name === undefined ? dates : `${name[locale]} (${dates})`
      })
      .join('; ')
  return { vi: inLocale('vi'), en: inLocale('en') }
}

function explainProvisional(calendar: Calendar, trace: readonly TraceDay[]): Text[] {
  const years = [...new Set(trace.map((day) => yearOf(day.date)))].filter((year) => isProvisional(calendar, year))
  return years.length === 0 ? [] : [fill(EXPLAIN.provisional, { years: years.join(', ') })]
}

export function explainPause(at: Date, cause: PauseCause): Text {
  return fill(cause === 'payment' ? EXPLAIN.pausedPayment : EXPLAIN.pausedSupplement, moment(at))
}

/** `waited` is in the unit of the term: days, or minutes for a term in hours. */
export function explainResume(policy: DeadlinePolicy, at: Date, waited: number, dueAt: Date): Text[] {
  return [
    fill(EXPLAIN.resumed, { ...moment(at), waited: waitedWords(policy, waited) }),
    fill(EXPLAIN.due, moment(dueAt)),
  ]
}

function waitedWords(policy: DeadlinePolicy, waited: number): Text {
  if (policy.unit === 'WORKING_HOURS') {
    return fill(EXPLAIN.waitedMinutes, { hours: Math.floor(waited / 60), minutes: waited % 60 })
  }
  return fill(policy.unit === 'CALENDAR_DAYS' ? EXPLAIN.waitedCalendarDays : EXPLAIN.waitedDays, { count: waited })
}
