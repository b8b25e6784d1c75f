import type { Text } from '@/lib/i18n'
import { addDays, weekday } from './local-date'
import type { LocalDate } from './local-date'
import { solarDate, tet } from './lunar'
import { COMPENSATION, HOLIDAYS } from './words'

/** `off`: nobody works though it is a weekday. `working`: a Saturday or Sunday worked in exchange. */
export type CalendarDay = {
  date: LocalDate
  kind: 'off' | 'working'
  /** `provisional`: computed or proposed, not yet decided by the Government. */
  status: 'official' | 'provisional'
  name: Text
}

type Holiday = { date: LocalDate; name: Text; compensated: boolean }

export function isWeekend(date: LocalDate): boolean {
  return weekday(date) % 6 === 0
}

/**
 * Days off of a year no notice has been published for, by rule: Labour Code 2019 art. 112.1 (with the eve and the first
 * four days of Tết, and the day beside 2 September that makes the longer rest), art. 111.3 (a holiday on a weekend moves
 * to the next working day), and Resolution 28/2026/QH16 (24 November, from 2026, never moved).
 */
export function computedHolidays(year: number): CalendarDay[] {
  const holidays = statutory(year)
  const off = new Map(holidays.filter(({ date }) => !isWeekend(date)).map(({ date, name }) => [date, name]))
  for (const { date, name, compensated } of holidays) {
    if (!compensated || !isWeekend(date)) continue
    off.set(nextWeekday(date, off), compensation(name))
  }
  return [...off]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, name]) => ({ date, kind: 'off', status: 'provisional', name }))
}

/** The name of a day off given in lieu of a holiday that fell on a weekend. */
export function compensation(name: Text): Text {
  return { vi: COMPENSATION.vi.replace('{name}', name.vi), en: COMPENSATION.en.replace('{name}', name.en) }
}

function statutory(year: number): Holiday[] {
  const day = (monthDay: string): LocalDate => `${String(year)}-${monthDay}`
  const law = (date: LocalDate, name: Text): Holiday => ({ date, name, compensated: true })
  const first = tet(year)
  return [
    law(day('01-01'), HOLIDAYS.newYear),
    ...[-1, 0, 1, 2, 3].map((n) => law(addDays(first, n), HOLIDAYS.tet)),
    law(solarDate(year, 3, 10), HOLIDAYS.hungKings),
    law(day('04-30'), HOLIDAYS.victory),
    law(day('05-01'), HOLIDAYS.labour),
    law(day('09-02'), HOLIDAYS.national),
    law(day(besideNationalDay(year)), HOLIDAYS.national),
    ...(year >= 2026 ? [{ date: day('11-24'), name: HOLIDAYS.culture, compensated: false }] : []),
  ]
}

/** Thursday to Saturday and Monday, Sunday decide themselves; in the middle of a week the eve is customary. */
function besideNationalDay(year: number): '09-01' | '09-03' {
  return [0, 1, 4].includes(weekday(`${String(year)}-09-02`)) ? '09-03' : '09-01'
}

function nextWeekday(date: LocalDate, taken: ReadonlyMap<LocalDate, Text>): LocalDate {
  let next = addDays(date, 1)
  while (isWeekend(next) || taken.has(next)) next = addDays(next, 1)
  return next
}
