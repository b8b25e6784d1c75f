import type { CalendarDay } from './holidays'
import { computedHolidays, isWeekend } from './holidays'
import { addDays, daysBetween, parseTime, yearOf } from './local-date'
import type { LocalDate, TimeOfDay } from './local-date'

/** One stretch of opening, in minutes since midnight; closing is outside it. */
export type Opening = { from: number; to: number }

/** Everything that decides when one agency works. */
export type Calendar = {
  /** Exceptions to "Monday to Friday", by date. */
  days: ReadonlyMap<LocalDate, CalendarDay>
  /** Years whose exceptions are all in `days`; any other year is computed from the law and provisional. */
  years: ReadonlySet<number>
  /** Openings of a working day, in order, at least one. */
  hours: readonly [Opening, ...Opening[]]
}

/** 07:30-11:30 and 13:30-17:00, unless an agency sets its own. */
export const DEFAULT_HOURS = [
  { from: parseTime('07:30'), to: parseTime('11:30') },
  { from: parseTime('13:30'), to: parseTime('17:00') },
] as const satisfies Calendar['hours']

/** A calendar from its exceptions, the years they are complete for, and the openings of a day. */
export function makeCalendar(
  days: Iterable<CalendarDay>,
  years: Iterable<number>,
  hours: Calendar['hours'] = DEFAULT_HOURS,
): Calendar {
  return { days: new Map([...days].map((day) => [day.date, day])), years: new Set(years), hours }
}

/** Openings from pairs such as `['07:30', '11:30']`; none at all means the default hours. */
export function hoursFrom(pairs: readonly (readonly [TimeOfDay, TimeOfDay])[]): Calendar['hours'] {
  const [first, ...rest] = pairs
    .map(([from, to]) => ({ from: parseTime(from), to: parseTime(to) }))
    .sort((a, b) => a.from - b.from)
  return first === undefined ? DEFAULT_HOURS : [first, ...rest]
}

const computed = new Map<number, ReadonlyMap<LocalDate, CalendarDay>>()

function computedYear(year: number): ReadonlyMap<LocalDate, CalendarDay> {
  const cached = computed.get(year)
  if (cached) return cached
  const days = new Map(computedHolidays(year).map((day) => [day.date, day]))
  computed.set(year, days)
  return days
}

/** Why a date differs from its weekday: a holiday, a day in lieu, a weekend worked; undefined on an ordinary day. */
export function exceptionOn(calendar: Calendar, date: LocalDate): CalendarDay | undefined {
  const declared = calendar.days.get(date)
  if (declared) return declared
  const year = yearOf(date)
  return calendar.years.has(year) ? undefined : computedYear(year).get(date)
}

export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  const exception = exceptionOn(calendar, date)
  return exception ? exception.kind === 'working' : !isWeekend(date)
}

/** Whether the days off of this year are still computed or proposed rather than decided. */
export function isProvisional(calendar: Calendar, year: number): boolean {
  if (!calendar.years.has(year)) return true
  return [...calendar.days.values()].some((day) => day.status === 'provisional' && yearOf(day.date) === year)
}

/** The date itself when worked, else the first working day after it. */
export function workingDayFrom(calendar: Calendar, date: LocalDate): LocalDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1)
}

/** The date itself when worked, else the last working day before it. */
export function workingDayUpTo(calendar: Calendar, date: LocalDate): LocalDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, -1)
}

/** The n-th working day after the date (before it when n < 0); the date itself is never counted. */
export function addWorkingDays(calendar: Calendar, date: LocalDate, n: number): LocalDate {
  const step = Math.sign(n)
  let day = date
  for (let remaining = Math.abs(n); remaining > 0; ) {
    day = addDays(day, step)
    if (isWorkingDay(calendar, day)) remaining--
  }
  return day
}

/** Working days after `from` up to and including `to`; negative when `to` lies before. */
export function workingDaysBetween(calendar: Calendar, from: LocalDate, to: LocalDate): number {
  if (from > to) return -workingDaysBetween(calendar, to, from)
  let count = 0
  for (let n = daysBetween(from, to); n > 0; n--) if (isWorkingDay(calendar, addDays(from, n))) count++
  return count
}
