import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs'
import { becomesTrue } from './becomes-true'
import { isAlive } from './process-id'

/** A holder touches its lock every second; one untouched for this long belongs to nobody, even if its id was reused. */
const STALE_AFTER_MS = 10_000

/** Runs `work` while nobody else who asks for the same lock file does; a dead holder never blocks. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const taken = await becomesTrue(() => tryTake(file), 120_000)
  if (!taken) throw new Error(`another process has held ${file} for two minutes`)
  const beat = setInterval(() => {
    utimesSync(file, new Date(), new Date())
  }, 1_000)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
}

function tryTake(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600)
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    if (isAbandoned(file)) rmSync(file, { force: true })
    return false
  }
}

function isAbandoned(file: string): boolean {
  try {
    const age = Date.now() - statSync(file).mtimeMs
    const holder = Number(readFileSync(file, 'utf8'))
    return age > STALE_AFTER_MS || (age > 1_000 && !(holder > 0 && isAlive(holder)))
  } catch {
    return false
  }
}
