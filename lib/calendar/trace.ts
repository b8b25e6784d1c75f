import type { Text } from '@/lib/i18n'
import type { Calendar } from './calendar'
import { exceptionOn, isWorkingDay } from './calendar'
import { isWeekend } from './holidays'
import { addDays } from './local-date'
import type { LocalDate } from './local-date'

/** What one day of a term was. */
export type TraceDay = {
  date: LocalDate
  kind: 'start' | 'working' | 'swapped' | 'weekend' | 'holiday'
  /** The holiday, or the reason for working on a weekend. */
  name?: Text
}

/** Every day from the start of a term to its last. */
export function traceBetween(calendar: Calendar, from: LocalDate, to: LocalDate): TraceDay[] {
  const days: TraceDay[] = [{ date: from, kind: 'start' }]
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) days.push(traceOf(calendar, date))
  return days
}

function traceOf(calendar: Calendar, date: LocalDate): TraceDay {
  const name = exceptionOn(calendar, date)?.name
  const named = name === undefined ? {} : { name }
  if (isWorkingDay(calendar, date))
    return isWeekend(date) ? { date, kind: 'swapped', ...named } : { date, kind: 'working' }
  return isWeekend(date) ? { date, kind: 'weekend' } : { date, kind: 'holiday', ...named }
}
