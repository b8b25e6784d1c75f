import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import { migrate } from '@/db/migrate'
import { seed } from '@/lib/seed/server'

const LOCK = 7_311_202_612
const templates = new Map<string, Promise<string>>()

/** Name of the template database for the migrations and seeds as they are now; the first to ask makes it, others wait. */
export function template(admin: string, seeded: boolean): Promise<string> {
  const name = `template_${seeded ? 's' : 'm'}_${fingerprint(seeded ? ['db/migrations', 'lib/seed'] : ['db/migrations'])}`
  const template = templates.get(name) ?? make(admin, name, seeded)
  templates.set(name, template)
  return template
}

async function make(admin: string, name: string, seeded: boolean): Promise<string> {
  const sql = postgres(admin, { max: 1, onnotice: () => undefined })
  try {
    await sql`select pg_advisory_lock(${LOCK})`
    const [row] = await sql`select datallowconn from pg_database where datname = ${name}`
    if (row?.['datallowconn'] === false) return name
    await dropOld(sql)
    await sql.unsafe(`drop database if exists ${name} with (force)`)
    await sql.unsafe(`create database ${name}`)
    const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href
    await migrate(url, path.resolve('db/migrations'))
    if (seeded) await seed(url)
    // Closed to connections, because a database in use cannot be cloned; that also marks it as complete.
    await sql.unsafe(`alter database ${name} with allow_connections false`)
    await sql.unsafe(`comment on database ${name} is '${new Date().toISOString()}'`)
    return name
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Keeps the newest templates, so that switching between two states of the tree does not rebuild each time. */
async function dropOld(sql: postgres.Sql): Promise<void> {
  const old = await sql`
    select datname from pg_database where datname like 'template\\_%' and not datallowconn and datname <> 'template0'
    order by shobj_description(oid, 'pg_database') desc nulls last offset 6`
  for (const { datname } of old) await sql.unsafe(`drop database if exists ${String(datname)}`)
}

function fingerprint(folders: string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
    for (const name of names) hash.update(name).update(readFileSync(name))
  }
  return hash.digest('hex').slice(0, 12)
}
