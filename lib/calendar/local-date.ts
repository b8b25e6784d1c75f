/** A day in Vietnam as `YYYY-MM-DD`; sorts as text. */
export type LocalDate = string
/** A time of day in Vietnam as `HH:MM`. */
export type TimeOfDay = string

export const MINUTES_A_DAY = 1440
const MINUTE = 60_000
/** Vietnam has been at +07:00 without summer time since 1975, so the machine's own zone is never asked. */
const OFFSET = 7 * 60

const minutesOf = (at: Date): number => Math.floor(at.getTime() / MINUTE) + OFFSET

/** Days since 1970-01-01. */
export function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / (MINUTES_A_DAY * MINUTE)
}

export function dateOfDay(day: number): LocalDate {
  return new Date(day * MINUTES_A_DAY * MINUTE).toISOString().slice(0, 10)
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days)
}

/** Days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** 0 Sunday ... 6 Saturday. */
export function weekday(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

/** The day it is in Vietnam at this instant. */
export function localDate(at: Date): LocalDate {
  return dateOfDay(Math.floor(minutesOf(at) / MINUTES_A_DAY))
}

/** Minutes since midnight in Vietnam at this instant (seconds are cut off). */
export function minuteOfDay(at: Date): number {
  return ((minutesOf(at) % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY
}

/** The instant of a minute of a day in Vietnam. */
export function instant(date: LocalDate, minute: number): Date {
  return new Date((dayNumber(date) * MINUTES_A_DAY + minute - OFFSET) * MINUTE)
}

/** `HH:MM` as minutes since midnight. */
export function parseTime(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

export function formatTime(minute: number): TimeOfDay {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** `DD/MM/YYYY`, the day it is in Vietnam at this instant: the one way an instant becomes a day people read. */
export function formatDay(at: Date): string {
  return formatDate(localDate(at))
}

/** `DD/MM/YYYY`, as dates are written in Vietnam. */
export function formatDate(date: LocalDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}
