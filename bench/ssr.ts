import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

import { measure, type Measured } from './load'

export type BenchRow = { name: string; value: number; unit: string; limit: number; ratio: number }

const CONNECTIONS = 16
const SECONDS = 4
const WARM_UP = 1
const byte = () => String(Math.floor(Math.random() * 256))

/** Each request from another address, so that no limit per address is measured: the portal must run with BEHIND_PROXY=1. */
const browser = () => ({
  'accept-encoding': 'gzip, deflate, br',
  accept: 'text/html',
  'x-forwarded-for': `10.${byte()}.${byte()}.${byte()}`,
})
const BARE_SERVER = path.resolve('bench/bare-server.ts')

/** Pages many people open. */
const REPEATED = [
  { name: 'home', path: '/' },
  { name: 'procedure', path: '/dich-vu/doi-giay-phep-lai-xe' },
  { name: 'search, asked before', path: '/tim-kiem?q=doi%20bang%20lai%20xe' },
  { name: 'look-up form', path: '/tra-cuu' },
]

async function bareServer(bytes: number, databaseUrl = ''): Promise<{ port: number; process: ChildProcess }> {
  const child = fork(BARE_SERVER, [String(bytes), databaseUrl], { execArgv: ['--import', 'tsx'] })
  const message: unknown[] = await once(child, 'message')
  return { port: Number(message[0]), process: child }
}

type Side = { port: number; path: () => string }

/** Both sides in turn, twice, so that what else the machine does weighs on both; the better run of each counts. */
async function against(portal: Side, bare: Side): Promise<{ portal: Measured; bare: Measured }> {
  const runs: { portal: Measured; bare: Measured }[] = []
  for (let round = 0; round < 2; round += 1) {
    const load = { headers: browser, connections: CONNECTIONS }
    await measure({ ...load, ...portal, seconds: WARM_UP })
    const mine = await measure({ ...load, ...portal, seconds: SECONDS })
    await measure({ ...load, ...bare, seconds: WARM_UP })
    runs.push({ portal: mine, bare: await measure({ ...load, ...bare, seconds: SECONDS }) })
  }
  const best = (side: 'portal' | 'bare') =>
    runs.map((run) => run[side]).reduce((a, b) => (b.perSecond > a.perSecond ? b : a))
  return { portal: best('portal'), bare: best('bare') }
}

async function row(name: string, portal: Side, databaseUrl?: string): Promise<BenchRow> {
  const { bytes } = await measure({ ...portal, headers: browser, connections: 1, seconds: 0.2 })
  const server = await bareServer(bytes, databaseUrl)
  try {
    const measured = await against(portal, { port: server.port, path: portal.path })
    if (measured.portal.failures > 0) throw new Error(`${name}: ${String(measured.portal.failures)} requests failed`)
    const { portal: mine, bare } = measured
    const ratio = Number((mine.perSecond / bare.perSecond).toFixed(3))
    return {
      name: `ssr: ${name}`,
      value: Math.round(mine.perSecond),
      unit: 'req/s',
      limit: Math.round(bare.perSecond),
      ratio,
    }
  } finally {
    server.process.disconnect()
  }
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ten characters nobody has asked for: a submission number in shape. */
function newCode(): string {
  return Array.from({ length: 10 }, () => ALPHABET.charAt(Math.floor(Math.random() * 32))).join('')
}

/**
 * Requests a second of public pages on a running portal (PORT, 3000 by default) against node:http sending as many bytes,
 * and of look-ups never asked before against node:http after the same query (DATABASE_URL). The loader runs in this process
 * and shares the machine with both.
 */
export async function run(): Promise<BenchRow[]> {
  const port = Number(process.env['PORT'] ?? 3000)
  const rows: BenchRow[] = []
  for (const page of REPEATED) rows.push(await row(page.name, { port, path: () => page.path }))
  const databaseUrl = process.env['DATABASE_URL']
  if (databaseUrl === undefined) return rows
  const asked = { port, path: () => `/tra-cuu?ma=${newCode()}` }
  return [...rows, await row('look-up never asked before', asked, databaseUrl)]
}
