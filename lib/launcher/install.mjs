import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}

/** Whether node_modules holds what the lock file asks for (packages for other machines aside). */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const wanted = read('package-lock.json')
  const present = read('node_modules/.package-lock.json')
  return Object.entries(wanted).every(
    ([place, { version, optional, peer }]) =>
      place === '' || present[place]?.version === version || ((optional || peer) && !present[place]),
  )
}

/** Installs the dependencies if they are missing or older than the lock file. */
export function ensureInstalled() {
  if (isInstalled()) return
  console.log('Installing dependencies (npm ci) ...')
  // On Windows npm is a script, which only a shell can run.
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    console.error('npm ci failed: the portal cannot start without its dependencies')
    process.exit(1)
  }
}
