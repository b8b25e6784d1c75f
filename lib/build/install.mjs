import { spawn } from 'node:child_process'
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
export async function ensureInstalled() {
  if (isInstalled()) return
  // On Windows npm is a script, which only a shell can run.
  const npm = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  if (await installed(npm, process.stdout)) return
  console.error('npm ci failed: the portal cannot start without its dependencies')
  process.exit(1)
}

const DOING = 'Đang cài các gói cần thiết / Installing dependencies (npm ci)'

/**
 * Waits for the installation and shows one line meanwhile, on a terminal with the seconds that have passed. What npm itself says
 * (mostly of packages of packages) is shown only when it fails.
 */
export async function installed(npm, out) {
  const began = Date.now()
  const passed = () => `${Math.round((Date.now() - began) / 1000)} s`
  const said = []
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text) => said.push(text))
  out.write(`${DOING} ...`)
  const ticking = out.isTTY ? setInterval(() => out.write(`\r${DOING} ... ${passed()}`), 1000) : undefined
  const code = await new Promise((resolve) => {
    npm.once('error', (error) => {
      said.push(String(error))
      resolve(1)
    })
    npm.once('close', resolve)
  })
  clearInterval(ticking)
  out.write(`${out.isTTY ? `\r${DOING} ...` : ''} ${passed()}\n`)
  if (code !== 0) out.write(`${Buffer.concat(said.map((text) => Buffer.from(text))).toString()}\n`)
  return code === 0
}
