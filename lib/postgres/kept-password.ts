import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The password kept in a file of the data folder; the first to ask makes it up. */
export function keptPassword(folder: string, name: string): string {
  const file = path.join(folder, name)
  try {
    writeFileSync(file, randomBytes(18).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!existsSync(file)) throw error
  }
  return readFileSync(file, 'utf8').trim()
}
