import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/**
 * Where the application listens: a socket that only this user can open, so that nobody on the machine reaches it past the portal's limits.
 * One for each data folder and port; short, because the path of a socket may have a hundred bytes.
 */
export function applicationAddress({ dataFolder, port }: { dataFolder: string; port: number }): string {
  const name = createHash('sha256')
    .update(`${path.resolve(dataFolder)}\0${String(port)}`)
    .digest('hex')
    .slice(0, 16)
  return process.platform === 'win32' ? `\\\\.\\pipe\\mot-cua-${name}` : path.join(ownFolder(), `${name}.sock`)
}

/** A folder of this user alone; throws where somebody else has made one of that name. */
function ownFolder(): string {
  const uid = process.getuid?.() ?? 0
  const folder = path.join(os.tmpdir(), `mot-cua-run-${String(uid)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stats = lstatSync(folder)
  const isOurs = stats.isDirectory() && stats.uid === uid && (stats.mode & 0o077) === 0
  if (!isOurs) throw new Error(`${folder} is not a folder of this user alone: remove it and start again`)
  return folder
}
