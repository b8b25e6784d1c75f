import type { Database } from '@/db/client'
import { contactPhones, roleGrants, users } from '@/db/schema/accounts'
import { DEMO_OFFICERS } from './officers'
import { DEMO_PHONES } from './phones'

export { DEMO_APPLICANTS } from './applicants'
export { DEMO_OFFICERS, type DemoOfficer } from './officers'

const SINCE = new Date('2025-07-01T00:00:00+07:00')

/** Accounts and posts of the demo officers; how they sign in is given to them elsewhere, with the secrets. */
export async function seedPeople(db: Database): Promise<void> {
  await db
    .insert(users)
    .values(
      DEMO_OFFICERS.map(({ id, name }) => ({ id, kind: 'officer' as const, name, isSample: true, createdAt: SINCE })),
    )
    .onConflictDoNothing()
  await db
    .insert(roleGrants)
    .values(DEMO_OFFICERS.map(({ id, grant }) => ({ ...grant, userId: id, effectiveFrom: SINCE })))
    .onConflictDoNothing()
  await db
    .insert(contactPhones)
    .values(DEMO_PHONES.map((phone) => ({ ...phone, validFrom: SINCE, isSample: true })))
    .onConflictDoNothing()
}
