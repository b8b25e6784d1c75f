import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, type Hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const SOURCES = [
  'app',
  'components',
  'lib',
  'db',
  'public',
  'next.config.mjs',
  'postcss.config.mjs',
  'package-lock.json',
]
/** Programs beside the application, which are bundled at every start. */
const NOT_IN_THE_BUILD =
  /^lib\/(build|checks|launcher|portal|postgres|seed|supervisor|testing|worker)\/|^db\/migrations\/|\.(test|spec|fixture)\.|\.md$/
const NOTE = '.next/mot-cua-sources'

/** Builds the application if its sources are not those of the last build; false when the build fails or is interrupted. */
export async function ensureBuilt(say: (line: string) => void, signal: AbortSignal): Promise<boolean> {
  const now = fingerprint()
  const last = existsSync(NOTE) && existsSync('.next/BUILD_ID') ? readFileSync(NOTE, 'utf8') : ''
  if (now === last) return true
  say('Building (next build) ...')
  const { isDone, output } = await runInGroup([process.execPath, 'node_modules/next/dist/bin/next', 'build'], signal)
  if (signal.aborted) return false
  if (!isDone) {
    say(`${output}\nThe build failed; see above.`)
    return false
  }
  writeFileSync(NOTE, now)
  return true
}

/** Runs a program that starts others; interrupted, all of them end at once. */
export function runInGroup(
  command: readonly string[],
  signal: AbortSignal,
): Promise<{ isDone: boolean; output: string }> {
  const [program = process.execPath, ...values] = command
  const child = spawn(program, values, {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = () => {
    endGroup(child)
  }
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve) => {
    const settle = (isDone: boolean, more = '') => {
      signal.removeEventListener('abort', end)
      resolve({ isDone, output: `${Buffer.concat(chunks).toString('utf8')}${more}` })
    }
    child.once('error', (error) => {
      settle(false, error.message)
    })
    child.once('close', (code) => {
      settle(code === 0)
    })
  })
}

/** What a build leaves half done the next one makes anew, so nobody need be asked to end. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  addFiles(hash, SOURCES, NOT_IN_THE_BUILD)
  return hash.digest('hex')
}

/** Adds names and contents of all files at these places, but for those `except` names. */
export function addFiles(hash: Hash, places: readonly string[], except?: RegExp): void {
  const files = places.flatMap(filesOf).filter((file) => !except?.test(file.replaceAll('\\', '/')))
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file))
}

function filesOf(place: string): string[] {
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}
