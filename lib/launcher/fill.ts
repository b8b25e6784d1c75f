import path from 'node:path'
import { migrate } from '@/db/migrate'
import { seed } from '@/db/seed'

/** Tables first, then what they must hold; both change nothing where nothing is missing. */
export async function fill(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl, path.resolve('db/migrations'))
  await seed(databaseUrl)
}
