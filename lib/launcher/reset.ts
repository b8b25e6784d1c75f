import { rmSync } from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import type { Values } from '@/lib/config'
import { startPostgres } from '@/lib/postgres/server'
import { StartRefused } from '@/lib/processes/server'
import { demoPeople } from './demo-people'
import { fill } from './fill'
import { runningLauncher } from './running'
import { dataFolder, startStack } from './stack'

const KEPT_BESIDE_THE_DATABASE = ['blobs', 'uploads', 'sandbox']

/** Makes the demo as new: everything entered is thrown away, secrets and passwords stay. */
export async function reset(values: Values): Promise<void> {
  const folder = dataFolder(values)
  refuseOthers(values, folder)
  const server = await startPostgres(folder)
  const admin = postgres(Object.assign(new URL(server.url), { pathname: '/postgres' }).href, { max: 1 })
  await admin.unsafe('drop database if exists motcua with (force)')
  await admin.end()
  for (const name of KEPT_BESIDE_THE_DATABASE) rmSync(path.join(folder, name), { recursive: true, force: true })
  await seedOnly(values)
}

/** Brings tables, reference data and demo people up to date, and starts nothing. */
export async function seedOnly(values: Values): Promise<void> {
  const stack = await startStack(values)
  Object.assign(process.env, stack.settings)
  if (stack.ownerUrl === null)
    throw new StartRefused("DATABASE_OWNER_URL is not set: expected the owner's address, who alone makes tables")
  const isBusy = runningLauncher(stack.folder) !== null
  try {
    await fill(stack.ownerUrl)
    if (values.MOT_CUA_MODE === 'demo') await demoPeople(stack.folder)
  } finally {
    if (!isBusy) await stack.postgres?.stop()
  }
}

function refuseOthers(values: Values, folder: string): void {
  if (values.DATABASE_URL !== undefined || values.DATABASE_OWNER_URL !== undefined)
    throw new StartRefused('the address of a database is set: reset only empties the embedded database')
  if (values.MOT_CUA_MODE === 'production')
    throw new StartRefused('MOT_CUA_MODE is production: there is no demo data to reset')
  const running = runningLauncher(folder)
  if (running !== null)
    throw new StartRefused(`the portal runs at ${running.origin} (process ${String(running.pid)}): stop it first`)
}
