import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publishedDays, YEARS } from '@/lib/seed/calendar/years'
import {
  addDays,
  addWorkingDays,
  addWorkingMinutes,
  computedHolidays,
  exceptionOn,
  hoursFrom,
  instant,
  isProvisional,
  isWorkingDay,
  localDate,
  lunarDate,
  makeCalendar,
  minuteOfDay,
  parseTime,
  solarDate,
  tet,
  workingDaysBetween,
  workingMinutesBetween,
} from './index'
import vectors from './vectors.json'

const calendar = makeCalendar(
  publishedDays(),
  YEARS.map((year) => year.year),
)
const date = fc.integer({ min: 19_723, max: 24_000 }).map((day) => addDays('1970-01-01', day))

describe('the lunar calendar', () => {
  test('goes day by day, month by month, year by year', () => {
    let before = lunarDate('2019-12-31')
    const lengths = new Map<number, number>()
    for (let date = '2020-01-01'; date < '2041-01-01'; date = addDays(date, 1)) {
      const here = lunarDate(date)
      if (here.day !== 1) expect(here).toEqual({ ...before, day: before.day + 1 })
      else {
        expect([29, 30]).toContain(before.day)
        const isNext = here.month === (before.month % 12) + 1 && !here.leap
        expect(isNext || (here.leap && here.month === before.month && !before.leap), date).toBe(true)
        expect(here.year - before.year).toBe(before.month === 12 && here.month === 1 ? 1 : 0)
        lengths.set(here.year, (lengths.get(here.year) ?? 0) + 1)
      }
      if (!here.leap) expect(solarDate(here.year, here.month, here.day)).toBe(date)
      before = here
    }
    const leapYears = [...lengths].filter(([year, months]) => year > 2019 && months === 13).map(([year]) => year)
    expect(leapYears).toEqual([2020, 2023, 2025, 2028, 2031, 2033, 2036, 2039])
  })
  test('the leap month of 2033 is the eleventh', () => {
    expect(lunarDate('2033-12-22')).toEqual({ day: 1, month: 11, year: 2033, leap: true })
    expect(lunarDate('2033-12-21')).toMatchObject({ month: 11, year: 2033, leap: false })
    expect(tet(2034)).toBe('2034-02-19')
  })
  test.each(Object.entries(vectors.tet))('Tết %s is on %s', (year, expected) => {
    expect(tet(Number(year))).toBe(expected)
    expect(lunarDate(expected)).toEqual({ day: 1, month: 1, year: Number(year), leap: false })
  })
  test.each(Object.entries(vectors.hungKings))('Giỗ Tổ %s is on %s', (year, expected) => {
    expect(solarDate(Number(year), 3, 10)).toBe(expected)
  })
  test('2025 has a leap sixth month and 2028 a leap fifth', () => {
    expect(lunarDate('2025-07-25')).toEqual({ day: 1, month: 6, year: 2025, leap: true })
    expect(lunarDate('2028-06-23')).toEqual({ day: 1, month: 5, year: 2028, leap: true })
  })
  test('a day converts to lunar and back, leap months aside', () => {
    fc.assert(
      fc.property(date, (day) => {
        const lunar = lunarDate(day)
        fc.pre(!lunar.leap)
        expect(solarDate(lunar.year, lunar.month, lunar.day)).toBe(day)
      }),
    )
  })
})

describe('days off', () => {
  test('an undecided year follows the law: 2027 as the ministries expect it', () => {
    const expected = YEARS.find((year) => year.year === 2027)?.off.map(([day]) => `2027-${day}`)
    expect(computedHolidays(2027).map((day) => day.date)).toEqual(expected)
  })
  test('a holiday on a weekend moves to the next working day, Culture Day does not', () => {
    const days = new Map(computedHolidays(2029).map((day) => [day.date, day.name.vi]))
    expect(days.get('2029-09-04')).toBe('Nghỉ bù Quốc khánh')
    expect(computedHolidays(2029).some((day) => day.date === '2029-11-26')).toBe(false)
  })
  test('years nobody published are provisional, and so is a published proposal', () => {
    expect([2026, 2027, 2031].map((year) => isProvisional(calendar, year))).toEqual([false, true, true])
    expect(exceptionOn(calendar, '2031-01-23')?.status).toBe('provisional')
  })
  test('the table decides over the rule', () => {
    const closed = makeCalendar(
      [{ date: '2031-03-12', kind: 'off', status: 'official', name: { vi: 'Bão', en: 'Storm' } }],
      [],
    )
    expect(isWorkingDay(closed, '2031-03-12')).toBe(false)
    expect(isWorkingDay(closed, '2031-01-23')).toBe(false)
  })
})

describe('counting working days', () => {
  test.each(vectors.workingDays.map(([from, n, to]) => ({ from: String(from), n: Number(n), to: String(to) })))(
    '$from + $n = $to',
    ({ from, n, to }) => {
      expect(addWorkingDays(calendar, from, n)).toBe(to)
      expect(workingDaysBetween(calendar, from, to)).toBe(n)
    },
  )
  test('is additive, lands on working days and is undone by counting back', () => {
    fc.assert(
      fc.property(date, fc.nat(40), fc.nat(40), (day, a, b) => {
        const far = addWorkingDays(calendar, day, a + b)
        expect(addWorkingDays(calendar, addWorkingDays(calendar, day, a), b)).toBe(far)
        expect(workingDaysBetween(calendar, day, far)).toBe(a + b)
        expect(a + b === 0 || isWorkingDay(calendar, far)).toBe(true)
      }),
    )
  })
})

describe('working hours', () => {
  test('lunch, night and days off are left out', () => {
    const from = instant('2026-08-28', parseTime('16:00'))
    expect(addWorkingMinutes(calendar, from, 6 * 60)).toEqual(instant('2026-09-03', parseTime('14:30')))
    expect(addWorkingMinutes(calendar, from, 60)).toEqual(instant('2026-08-28', parseTime('17:00')))
  })
  test('an agency may keep other hours', () => {
    const early = makeCalendar(
      [],
      [],
      hoursFrom([
        ['13:00', '16:30'],
        ['07:00', '11:30'],
      ]),
    )
    expect(addWorkingMinutes(early, instant('2026-09-28', parseTime('11:00')), 60)).toEqual(
      instant('2026-09-28', parseTime('13:30')),
    )
  })
  test('minutes added are minutes counted', () => {
    const at = fc.tuple(date, fc.nat(1439)).map(([day, minute]) => instant(day, minute))
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: 5000 }), (from, minutes) => {
        expect(workingMinutesBetween(calendar, from, addWorkingMinutes(calendar, from, minutes))).toBe(minutes)
      }),
    )
  })
})

test('Vietnamese days and minutes do not depend on the zone of the machine', () => {
  expect(localDate(new Date('2026-09-25T17:00:00Z'))).toBe('2026-09-26')
  expect(minuteOfDay(new Date('2026-09-25T16:59:59Z'))).toBe(23 * 60 + 59)
  fc.assert(
    fc.property(date, fc.nat(1439), (day, minute) => {
      expect([localDate(instant(day, minute)), minuteOfDay(instant(day, minute))]).toEqual([day, minute])
    }),
  )
})
