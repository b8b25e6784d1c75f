import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { makeWorkerUtils } from 'graphile-worker'
import { rawClient } from './client'

/** Any constant: all migrators of one database wait for each other on it. */
const LOCK = 7_311_202_611

/**
 * Brings the database at `url` up to date: the queue's own schema, then each `db/migrations/*.sql` in order of name,
 * one transaction each. Forward only: a file that changed after it ran is refused by name.
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const sql = rawClient(url, { max: 1, name: 'mot-cua migrate' })
  try {
    await sql`select pg_advisory_lock(${LOCK})`
    await installQueue(url)
    await sql`create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`
    const done = new Map(
      (await sql`select name, sha256 from migrations`).map((row) => [String(row['name']), String(row['sha256'])]),
    )
    const applied: string[] = []
    for (const file of await pending(folder, done)) {
      await sql.begin(async (tx) => {
        await tx.unsafe(file.text)
        await tx`insert into migrations (name, sha256) values (${file.name}, ${file.sha256})`
      })
      applied.push(file.name)
    }
    return applied
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function installQueue(url: string): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: url })
  await utils.migrate()
  await utils.release()
}

async function pending(folder: string, done: Map<string, string>) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const files = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
  const changed = files.find((file) => done.has(file.name) && done.get(file.name) !== file.sha256)
  if (changed) throw new Error(`migration ${changed.name} was changed after it ran; migrations are forward only`)
  return files.filter((file) => !done.has(file.name))
}
