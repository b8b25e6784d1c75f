import type { Database } from '@/db/client'
import { calendarDays, calendarYears } from '@/db/schema/reference'
import { publishedDays, YEARS } from './years'

/** The published days off and make-up days of 2024-2027; rows an administrator has changed stay changed. */
export async function seedCalendar(db: Database): Promise<void> {
  await db
    .insert(calendarYears)
    .values(YEARS.map(({ year, status, source }) => ({ year, status, source })))
    .onConflictDoNothing()
  await db.insert(calendarDays).values(publishedDays()).onConflictDoNothing()
}
