import { createHash } from 'node:crypto'
import path from 'node:path'
import { rawClient } from '@/db/client'
import { migrate } from '@/db/migrate'
import { addFiles } from '@/lib/build/server'
import { refuseOwnersLogin } from '@/lib/postgres/server'
import { StartRefused } from '@/lib/processes/server'
import { seed } from '@/lib/seed/server'
import type { Stack } from './stack'

/** What tables and their first contents are made from; the queue's own tables come with its package. */
const SOURCES = ['db', 'lib/seed', 'lib/catalogue', 'lib/agencies', 'package-lock.json']

/** One value for all that `fill` would do, so that a start can tell that it was done. */
export function fillMark(): string {
  const hash = createHash('sha256')
  addFiles(hash, SOURCES)
  return hash.digest('hex')
}

/** Whether the database was filled from exactly these sources. */
export async function isFilled(databaseUrl: string, mark: string): Promise<boolean> {
  const sql = rawClient(databaseUrl, { max: 1, name: 'mot-cua fill' })
  try {
    return (await sql`select from filled where mark = ${mark}`).length > 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNDEFINED_TABLE) return false
    throw error
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const UNDEFINED_TABLE = '42P01'

async function noteFilled(databaseUrl: string, mark: string): Promise<void> {
  const sql = rawClient(databaseUrl, { max: 1, name: 'mot-cua fill' })
  try {
    await sql`create table if not exists filled (mark text primary key, at timestamptz not null default now())`
    await sql`insert into filled (mark) values (${mark}) on conflict do nothing`
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** A database of this version's tables, and a login that cannot change whose they are; nothing is served before. */
export async function prepareDatabase({
  databaseUrl,
  ownerUrl,
}: Pick<Stack, 'databaseUrl' | 'ownerUrl'>): Promise<void> {
  const mark = fillMark()
  if (ownerUrl !== null && !(await isFilled(ownerUrl, mark))) await fill(ownerUrl)
  await refuseOwnersLogin(databaseUrl)
  if (ownerUrl === null && !(await isFilled(databaseUrl, mark)))
    throw new StartRefused(
      "the database does not have this version's tables: set DATABASE_OWNER_URL to its owner's address, once for `npm run seed` or at every start",
    )
}

/** Tables first, then what they must hold; both change nothing where nothing is missing. */
export async function fill(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl, path.resolve('db/migrations')).catch((error: unknown) => {
    if (error instanceof Error && error.message.includes('forward only'))
      throw new StartRefused(`${error.message} (npm run reset makes the demo anew)`)
    throw error
  })
  await seed(databaseUrl)
  await noteFilled(databaseUrl, fillMark())
}
