import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const SOURCES = [
  'app',
  'components',
  'lib',
  'db',
  'public',
  'proxy.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'package-lock.json',
]
/** Programs beside the application, which are bundled at every start. */
const NOT_IN_THE_BUILD = /^lib\/(launcher|testing|worker)\/|^db\/migrations\/|\.(test|spec|fixture)\.|\.md$/
const NOTE = '.next/mot-cua-sources'

/** Builds the application if its sources are not those of the last build; false when the build fails. */
export function ensureBuilt(say: (line: string) => void): boolean {
  const now = fingerprint()
  const last = existsSync(NOTE) && existsSync('.next/BUILD_ID') ? readFileSync(NOTE, 'utf8') : ''
  if (now === last) return true
  say('Building (next build) ...')
  const built = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  })
  if (built.status !== 0) {
    say(`${built.stdout}\n${built.stderr}\nThe build failed; see above.`)
    return false
  }
  writeFileSync(NOTE, now)
  return true
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of SOURCES.flatMap(filesOf)) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

function filesOf(place: string): string[] {
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !NOT_IN_THE_BUILD.test(file.replaceAll('\\', '/')))
    .sort()
}
