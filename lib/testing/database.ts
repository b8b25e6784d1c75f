import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { connect, rawClient, type Database } from '@/db/client'
import { isAlive } from '@/lib/processes/server'
import { testServer } from './server'
import { template } from './template'

export type TestDatabase = {
  /** drizzle, with the application's login. */
  db: Database
  /** postgres.js as owner, for looking and for preparing what the application may not do. */
  sql: postgres.Sql
  /** Address as owner. */
  url: string
  /** Address with the application's login. */
  applicationUrl: string
  close: () => Promise<void>
}

/**
 * A database of its own for one test file, cloned from a migrated and (unless `seeded: false`) seeded template on the embedded
 * PostgreSQL that all test runs share. `close` drops it; what a killed run left behind is dropped by the next.
 */
export async function database({ seeded = true }: { seeded?: boolean } = {}): Promise<TestDatabase> {
  const { admin, application } = await testServer()
  const source = await template(admin, seeded)
  const name = `t_${String(process.pid)}_${randomBytes(4).toString('hex')}`
  await withAdmin(admin, async (sql) => {
    await dropAbandoned(sql)
    await sql.unsafe(`create database ${name} template ${source} strategy file_copy`)
  })
  const [url, applicationUrl] = [at(admin, name), at(application, name)]
  const app = connect(applicationUrl, { max: 8, name: 'test' })
  const sql = rawClient(url, { max: 2, name: 'test owner' })
  return {
    db: app.db,
    sql,
    url,
    applicationUrl,
    async close() {
      await Promise.all([app.close(), sql.end({ timeout: 5 })])
      await withAdmin(admin, (drop) => drop.unsafe(`drop database if exists ${name} with (force)`))
    },
  }
}

const at = (address: string, database: string) => Object.assign(new URL(address), { pathname: `/${database}` }).href

async function withAdmin(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  await work(sql).finally(() => sql.end({ timeout: 5 }))
}

async function dropAbandoned(sql: postgres.Sql): Promise<void> {
  const clones = await sql`select datname from pg_database where datname like 't\\_%'`
  for (const { datname } of clones) {
    const name = String(datname)
    if (!isAlive(Number(name.split('_')[1]))) await sql.unsafe(`drop database if exists ${name} with (force)`)
  }
}
