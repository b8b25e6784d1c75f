import 'server-only'
import { connect, type Database } from '@/db/client'
import { seedCalendar } from './calendar'
import { seedPeople } from './people'
import { seedProcedures } from './procedures'
import { seedReference } from './reference'
import { seedSignposts } from './signposts'

export { DEMO_APPLICANTS, DEMO_OFFICERS } from './people'

/** Each writes what is missing and leaves the rest alone; the order is that of their references. */
const SEEDS: ((db: Database) => Promise<void>)[] = [
  seedReference,
  seedCalendar,
  seedPeople,
  seedProcedures,
  seedSignposts,
]

/** Fills the database at `url` (as its owner) with reference data and the demo people; running it again changes nothing. */
export async function seed(url: string): Promise<void> {
  const { db, close } = connect(url, { max: 1, name: 'mot-cua seed' })
  try {
    for (const fill of SEEDS) await fill(db)
  } finally {
    await close()
  }
}
