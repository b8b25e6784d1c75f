import type { Answer, IsoDate, PartialDate } from './answers'
import { isPartialDate } from './answers'

/** A day, fixed ("2026-01-01") or counted from today: "today", "today-16Y", "today+3M", "today-1D". */
export type DateBound = string

export const DATE_BOUND = /^(?:\d{4}-\d{2}-\d{2}|today(?:[+-]\d{1,5}[DMY])?)$/
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** The day as YYYY-MM-DD, or undefined when the calendar has no such day (31 February). */
export function isoDate(y: number, m: number, d: number): IsoDate | undefined {
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(y, m - 1, d)
  const exists = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d
  return exists && y >= 1 && y <= 9999 ? `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}` : undefined
}

export function isIsoDate(value: string): boolean {
  const match = ISO.exec(value)
  return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3])) !== undefined
}

function lastDayOf(y: number, m: number): number {
  return new Date(Date.UTC(2000 + (y % 400), m, 0)).getUTCDate()
}

function shift(day: IsoDate, amount: number, unit: string): IsoDate {
  const [y = 1, m = 1, d = 1] = day.split('-').map(Number)
  if (unit === 'D') return new Date(Date.UTC(y, m - 1, d + amount)).toISOString().slice(0, 10)
  const months = y * 12 + (m - 1) + (unit === 'Y' ? amount * 12 : amount)
  const year = Math.floor(months / 12)
  const month = (((months % 12) + 12) % 12) + 1
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(d, lastDayOf(year, month)), 2)}`
}

/** The day a bound means; the end of a shorter month where the day does not exist. */
export function boundDay(bound: DateBound, today: IsoDate): IsoDate {
  const match = /^today(?:([+-]\d+)([DMY]))?$/.exec(bound)
  if (match === null) return bound
  return match[1] === undefined ? today : shift(today, Number(match[1]), match[2] ?? 'D')
}

/** The first and the last day a partial date can mean. */
export function spanOf(value: PartialDate): { first: IsoDate; last: IsoDate } {
  const { y, m, d } = value
  const last = d ?? lastDayOf(y, m ?? 12)
  return {
    first: `${pad(y, 4)}-${pad(m ?? 1, 2)}-${pad(d ?? 1, 2)}`,
    last: `${pad(y, 4)}-${pad(m ?? 12, 2)}-${pad(last, 2)}`,
  }
}

/** The first and the last day an answer can mean; undefined where it is no date. */
export function daysOf(value: Answer | undefined): { first: IsoDate; last: IsoDate } | undefined {
  if (typeof value === 'string' && isIsoDate(value)) return { first: value, last: value }
  return isPartialDate(value) ? spanOf(value) : undefined
}

/** dd/mm/yyyy, mm/yyyy or yyyy, as Vietnamese papers write it. */
export function formatPartialDate({ y, m, d }: PartialDate): string {
  const parts = [d === undefined ? [] : [pad(d, 2)], m === undefined ? [] : [pad(m, 2)], [pad(y, 4)]]
  return parts.flat().join('/')
}

export function formatDate(day: IsoDate): string {
  return day.split('-').reverse().join('/')
}
