import { and, asc, inArray, isNull, or } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { calendarDays, calendarYears, officeHours } from '@/db/schema/reference'
import { hoursFrom, makeCalendar } from '@/lib/calendar'
import type { Calendar, CalendarDay } from '@/lib/calendar'
import { codesAbove, holdsOn } from './queries'

/**
 * When an agency works, as seen on this day: the country's exceptions, over them those of the authorities above it and its
 * own; the hours of the nearest that keeps any.
 */
export async function calendarOn(db: Database, agencyCode: string, day: string): Promise<Calendar> {
  const line = [agencyCode, ...(await codesAbove(db, agencyCode, 'territorial', day))]
  const [years, days, hours] = await Promise.all([
    db.select({ year: calendarYears.year }).from(calendarYears),
    exceptions(db, line),
    openings(db, line, day),
  ])
  return makeCalendar(
    days,
    years.map((row) => row.year),
    hoursFrom(hours),
  )
}

/** From the country down to the agency, so that the nearer one is put over the farther. */
async function exceptions(db: Database, line: readonly string[]): Promise<CalendarDay[]> {
  const rows = await db
    .select()
    .from(calendarDays)
    .where(or(isNull(calendarDays.agencyCode), inArray(calendarDays.agencyCode, [...line])))
  const distance = (code: string | null): number => (code === null ? line.length : line.indexOf(code))
  return rows
    .sort((a, b) => distance(b.agencyCode) - distance(a.agencyCode))
    .map(({ date, kind, status, name }) => ({ date, kind, status, name }))
}

async function openings(db: Database, line: readonly string[], day: string): Promise<[string, string][]> {
  const rows = await db
    .select({ agencyCode: officeHours.agencyCode, opens: officeHours.opens, closes: officeHours.closes })
    .from(officeHours)
    .where(
      and(or(isNull(officeHours.agencyCode), inArray(officeHours.agencyCode, [...line])), holdsOn(officeHours, day)),
    )
    .orderBy(asc(officeHours.opens))
  const keeper = [...line, null].find((code) => rows.some((row) => row.agencyCode === code))
  return rows.filter((row) => row.agencyCode === keeper).map(({ opens, closes }) => [opens, closes])
}
