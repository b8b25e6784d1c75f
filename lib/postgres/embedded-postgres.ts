import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import { becomesTrue, commandOf, freePort, isAlive, withLock } from '@/lib/processes/server'
import { keptPassword } from './kept-password'
import { postgresHome, type PostgresHome } from './postgres-home'

export type EmbeddedPostgres = {
  /** Address of the database `motcua`, as owner. */
  url: string
  pid: number
  /** False when a server that was already running is reused. */
  started: boolean
  stop: () => Promise<void>
}

export type PostgresOptions = { settings?: Record<string, string> }

const OWNER = 'motcua'
const ALWAYS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
}

/**
 * The embedded PostgreSQL of `folder`: a live one is reused, otherwise the cluster is made if missing and started on a free
 * loopback port (the last one where possible). Detached, so that Ctrl-C reaches it only through `stop`.
 */
export function startPostgres(folder: string, options: PostgresOptions = {}): Promise<EmbeddedPostgres> {
  const home = postgresHome(folder)
  const password = keptPassword(folder, 'postgres.password')
  return withLock(path.join(folder, 'postgres.lock'), async () => {
    const running = await findRunning(home, password)
    const server = running ?? (await launch(home, folder, password, options))
    const url = urlOf(server.port, password, OWNER)
    await makeDatabase(urlOf(server.port, password, 'postgres'))
    return { url, pid: server.pid, started: running === null, stop: () => stopPostgres(server.pid) }
  })
}

/** Ends the server the fast way: clients are disconnected, everything committed is kept. */
async function stopPostgres(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  if (await becomesTrue(() => !isAlive(pid), 15_000)) return
  process.kill(pid, 'SIGQUIT')
  await becomesTrue(() => !isAlive(pid), 5_000)
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://${OWNER}:${password}@127.0.0.1:${String(port)}/${database}`
}

type Running = { pid: number; port: number }

/** The server named by `postmaster.pid`, if it is really there; a stale file is removed so that it never blocks. */
async function findRunning(home: PostgresHome, password: string): Promise<Running | null> {
  const file = path.join(home.data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const noted = { pid: Number(lines[0]), port: Number(lines[3]) }
  const mark = process.platform === 'win32' ? 'postgres' : home.data
  const isOurs = () => isAlive(noted.pid) && commandOf(noted.pid).includes(mark)
  const answered = await becomesTrue(async () => !isOurs() || (await answers(noted.port, password)), 10_000)
  if (answered && isOurs()) return noted
  if (isOurs())
    throw new Error(`PostgreSQL (process ${String(noted.pid)}) does not answer on port ${String(noted.port)}`)
  rmSync(file, { force: true })
  return null
}

async function answers(port: number, password: string): Promise<boolean> {
  const sql = postgres(urlOf(port, password, 'postgres'), { max: 1, connect_timeout: 2, onnotice: () => undefined })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 }).catch(() => undefined)
  }
}

async function launch(
  home: PostgresHome,
  folder: string,
  password: string,
  options: PostgresOptions,
): Promise<Running> {
  if (!existsSync(path.join(home.data, 'PG_VERSION'))) makeCluster(home, folder, password)
  const portFile = path.join(folder, 'postgres.port')
  const last = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : undefined
  const log = path.join(folder, 'postgres.log')
  for (const preferred of [last, undefined, undefined]) {
    const port = await freePort(preferred)
    const pid = spawnServer(home, port, log, options.settings ?? {})
    await becomesTrue(async () => !isAlive(pid) || (await answers(port, password)), 60_000)
    if (isAlive(pid)) {
      writeFileSync(portFile, String(port))
      return { pid, port }
    }
    // Between our look and its bind somebody else may have taken the port.
    if (!readFileSync(log, 'utf8').includes('Address already in use')) break
  }
  throw new Error(`PostgreSQL did not start: ${lastLines(readFileSync(log, 'utf8'))}`)
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' | ')
}

function spawnServer(home: PostgresHome, port: number, log: string, settings: Record<string, string>): number {
  if (existsSync(log)) renameSync(log, `${log}.1`)
  const output = openSync(log, 'a', 0o600)
  const all = Object.entries({ ...ALWAYS, ...settings, port: String(port) })
  const server = spawn(
    path.join(home.bin, 'postgres'),
    ['-D', home.data, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...home.runAs, cwd: home.data, detached: true, stdio: ['ignore', output, output] },
  )
  server.on('error', () => undefined)
  server.unref()
  if (server.pid === undefined)
    throw new Error(`PostgreSQL cannot be executed from ${home.bin}: set DATABASE_URL to a running server`)
  return server.pid
}

function makeCluster(home: PostgresHome, folder: string, password: string): void {
  const secret = path.join(folder, `initdb-${String(process.pid)}.secret`)
  const readable = home.runAs === null ? secret : path.join(home.data, '..', path.basename(secret))
  writeFileSync(readable, password, { mode: 0o600 })
  if (home.runAs !== null) chownSync(readable, home.runAs.uid, home.runAs.gid)
  const child = spawnSync(
    path.join(home.bin, 'initdb'),
    [
      ...['-D', home.data, '-U', OWNER, '--encoding=UTF8', '--locale=C', '--locale-provider=builtin'],
      ...['--builtin-locale=C.UTF-8', '--auth=scram-sha-256', `--pwfile=${readable}`, '--no-sync', '--no-instructions'],
    ],
    { ...home.runAs, cwd: home.data, encoding: 'utf8' },
  )
  rmSync(readable, { force: true })
  if (child.status !== 0) {
    const reason = lastLines(child.error?.message ?? child.stderr)
    throw new Error(`PostgreSQL could not prepare its data folder: ${reason}. Set DATABASE_URL to use a running server`)
  }
}

async function makeDatabase(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined })
  try {
    const databases = await sql`select 1 from pg_database where datname = ${OWNER}`
    if (databases.length === 0) await sql.unsafe(`create database ${OWNER}`)
  } finally {
    await sql.end({ timeout: 2 })
  }
}
