import { addWorkingDays, isWorkingDay } from './calendar'
import type { Calendar } from './calendar'
import { addDays, instant, localDate, minuteOfDay } from './local-date'
import type { LocalDate } from './local-date'

export function opensAt(calendar: Calendar): number {
  return calendar.hours[0].from
}

export function closesAt(calendar: Calendar): number {
  return Math.max(...calendar.hours.map((opening) => opening.to))
}

/** Whether the office has closed for the day (a day off is closed all day). */
export function isAfterHours(calendar: Calendar, at: Date): boolean {
  return !isWorkingDay(calendar, localDate(at)) || minuteOfDay(at) >= closesAt(calendar)
}

/** The opening of the first working day after the date. */
export function nextOpening(calendar: Calendar, date: LocalDate): Date {
  return instant(addWorkingDays(calendar, date, 1), opensAt(calendar))
}

/** Minutes of opening before this minute of a working day. */
function minutesBefore(calendar: Calendar, minute: number): number {
  return calendar.hours.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(minute, to) - from), 0)
}

function minutesOfDay(calendar: Calendar): number {
  return minutesBefore(calendar, closesAt(calendar))
}

/** The first minute of a working day by which this many minutes of opening have passed. */
function minuteAfter(calendar: Calendar, worked: number): number {
  let minutesLeft = worked
  for (const { from, to } of calendar.hours) {
    if (minutesLeft <= to - from) return from + minutesLeft
    minutesLeft -= to - from
  }
  return closesAt(calendar)
}

/** Walks the openings of working days, lunch left out, until `minutes` of them have passed. */
export function addWorkingMinutes(calendar: Calendar, at: Date, minutes: number): Date {
  if (minutes === 0) return at
  let date = localDate(at)
  let total = minutes + (isWorkingDay(calendar, date) ? minutesBefore(calendar, minuteOfDay(at)) : 0)
  if (!isWorkingDay(calendar, date)) date = addWorkingDays(calendar, date, 1)
  for (const day = minutesOfDay(calendar); total > day; total -= day) date = addWorkingDays(calendar, date, 1)
  return instant(date, minuteAfter(calendar, total))
}

/** Minutes of opening between two instants, the earlier first. */
export function workingMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  if (from >= to) return 0
  const workedMinutes = (at: Date): number =>
    isWorkingDay(calendar, localDate(at)) ? minutesBefore(calendar, minuteOfDay(at)) : 0
  const last = localDate(to)
  let total = workedMinutes(to) - workedMinutes(from)
  for (let date = localDate(from); date < last; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) total += minutesOfDay(calendar)
  }
  return total
}
