import { dateOfDay, dayNumber, yearOf } from './local-date'
import type { LocalDate } from './local-date'

/** A day of the Vietnamese lunisolar calendar. */
export type LunarDate = { day: number; month: number; year: number; leap: boolean }

/*
 * Hồ Ngọc Đức's algorithm (after Meeus, "Astronomical Algorithms"), at UTC+7. A Chinese calendar (UTC+8) differs in
 * some years: Tết 1985 and 2030 are the known traps.
 */
const ZONE = 7 / 24
const JULIAN_OF_1970 = 2_440_588
const NEW_MOON_1900 = 2_415_021.076998695
const SYNODIC_MONTH = 29.530588853
const RADIANS = Math.PI / 180

const sin = (degrees: number): number => Math.sin(degrees * RADIANS)

/** Julian date (UT) of the k-th new moon after 1 January 1900. */
function newMoon(k: number): number {
  const t = k / 1236.85
  const t2 = t * t
  const t3 = t2 * t
  const mean = 2_415_020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3
  const terms: readonly (readonly [number, number])[] = [
    [0.00033, 166.56 + 132.87 * t - 0.009173 * t2],
    [0.1734 - 0.000393 * t, sun],
    [0.0021, 2 * sun],
    [-0.4068, moon],
    [0.0161, 2 * moon],
    [-0.0004, 3 * moon],
    [0.0104, 2 * node],
    [-0.0051, sun + moon],
    [-0.0074, sun - moon],
    [0.0004, 2 * node + sun],
    [-0.0004, 2 * node - sun],
    [-0.0006, 2 * node + moon],
    [0.001, 2 * node - moon],
    [0.0005, 2 * moon + sun],
  ]
  return terms.reduce((sum, [weight, angle]) => sum + weight * sin(angle), mean) - clockDrift(t, t2, t3)
}

/** Terrestrial minus universal time, in days. */
function clockDrift(t: number, t2: number, t3: number): number {
  return t < -11
    ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
    : -0.000278 + 0.000265 * t + 0.000262 * t2
}

/** Julian day number of the k-th new moon, by the Vietnamese clock. */
function newMoonDay(k: number): number {
  return Math.floor(newMoon(k) + 0.5 + ZONE)
}

/** Which of the twelve arcs of 30 degrees the sun is in when this day begins in Vietnam (0 = spring equinox). */
function sunArc(julianDay: number): number {
  const t = (julianDay - 0.5 - ZONE - 2_451_545) / 36_525
  const t2 = t * t
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2
  const longitude =
    280.46645 +
    36_000.76983 * t +
    0.0003032 * t2 +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly)
  return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30)
}

/** First day of the eleventh month (the one holding the winter solstice) of a year. */
function eleventhMonth(year: number): number {
  const k = Math.floor((dayNumber(`${String(year)}-12-31`) + JULIAN_OF_1970 - 2_415_021) / SYNODIC_MONTH)
  const start = newMoonDay(k)
  return sunArc(start) >= 9 ? newMoonDay(k - 1) : start
}

/** How many months after the eleventh the leap month comes: the first in which the sun enters no new arc. */
function leapOffset(eleventh: number): number {
  const k = Math.floor((eleventh - NEW_MOON_1900) / SYNODIC_MONTH + 0.5)
  let offset = 1
  while (offset < 14 && sunArc(newMoonDay(k + offset)) !== sunArc(newMoonDay(k + offset + 1))) offset++
  return offset
}

/** First day of the lunar month the Julian day lies in. */
function monthStart(julian: number): number {
  const k = Math.floor((julian - NEW_MOON_1900) / SYNODIC_MONTH)
  const next = newMoonDay(k + 1)
  return next > julian ? newMoonDay(k) : next
}

export function lunarDate(date: LocalDate): LunarDate {
  const julian = dayNumber(date) + JULIAN_OF_1970
  const start = monthStart(julian)
  const year = eleventhMonth(yearOf(date)) < start ? yearOf(date) + 1 : yearOf(date)
  const first = eleventhMonth(year - 1)
  const passed = Math.floor((start - first) / 29)
  const leapAt = eleventhMonth(year) - first > 365 ? leapOffset(first) : 99
  const month = ((passed + (passed >= leapAt ? 9 : 10)) % 12) + 1
  return {
    day: julian - start + 1,
    month,
    year: month >= 11 && passed < 4 ? year - 1 : year,
    leap: passed === leapAt,
  }
}

/** The day in the common calendar of a day of an ordinary (not leap) lunar month. */
export function solarDate(year: number, month: number, day: number): LocalDate {
  const base = month < 11 ? year - 1 : year
  const first = eleventhMonth(base)
  const offset = (month + 1) % 12
  const shift = eleventhMonth(base + 1) - first > 365 && offset >= leapOffset(first) ? 1 : 0
  const k = Math.floor(0.5 + (first - NEW_MOON_1900) / SYNODIC_MONTH)
  return dateOfDay(newMoonDay(k + offset + shift) + day - 1 - JULIAN_OF_1970)
}

/** The first day of the lunar year: Tết. */
export function tet(year: number): LocalDate {
  return solarDate(year, 1, 1)
}
