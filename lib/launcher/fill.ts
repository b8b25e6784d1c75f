import path from 'node:path'
import { migrate } from '@/db/migrate'
import { seed } from '@/db/seed'
import { StartRefused } from './start-refused'

/** Tables first, then what they must hold; both change nothing where nothing is missing. */
export async function fill(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl, path.resolve('db/migrations')).catch((error: unknown) => {
    if (error instanceof Error && error.message.includes('forward only'))
      throw new StartRefused(`${error.message} (npm run reset makes the demo anew)`)
    throw error
  })
  await seed(databaseUrl)
}
