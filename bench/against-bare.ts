import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { type Measured, measure } from './load'
import { type BenchRow, ratioOf } from './row'

const CONNECTIONS = 16
const SECONDS = 4
const WARM_UP = 1
const BARE_SERVER = path.resolve('bench/bare-server.ts')
const byte = () => String(Math.floor(Math.random() * 256))

/** Each request from another address, so that no limit per address is measured: the portal must run with BEHIND_PROXY=1. */
export const browser = () => ({
  'accept-encoding': 'gzip, deflate, br',
  accept: 'text/html',
  'x-forwarded-for': `10.${byte()}.${byte()}.${byte()}`,
})

async function bareServer(bytes: number, databaseUrl = ''): Promise<{ port: number; process: ChildProcess }> {
  const child = fork(BARE_SERVER, [String(bytes), databaseUrl], { execArgv: ['--import', 'tsx'] })
  const message: unknown[] = await once(child, 'message')
  return { port: Number(message[0]), process: child }
}

export type Side = { port: number; path: () => string; headers?: () => Record<string, string> }
type Sides<Value> = { portal: Value; other: Value }

/** Both sides in turn, twice, so that what else the machine does weighs on both; the better run of each counts. */
export async function inTurn(sides: Sides<Side>, connections = CONNECTIONS): Promise<Sides<Measured>> {
  const runs: Sides<Measured>[] = []
  const run = async (side: Side) => {
    const load = { headers: browser, connections, ...side }
    await measure({ ...load, seconds: WARM_UP })
    return measure({ ...load, seconds: SECONDS })
  }
  for (let round = 0; round < 2; round += 1)
    runs.push({ portal: await run(sides.portal), other: await run(sides.other) })
  const best = (side: keyof Sides<Side>) =>
    runs.map((run) => run[side]).reduce((a, b) => (b.perSecond > a.perSecond ? b : a))
  const { failures } = best('portal')
  if (failures > 0) throw new Error(`${sides.portal.path()}: ${String(failures)} requests failed`)
  return { portal: best('portal'), other: best('other') }
}

export function rowOf(name: string, { portal, other }: Sides<Measured>): BenchRow {
  const [value, limit] = [Math.round(portal.perSecond), Math.round(other.perSecond)]
  return { name, value, unit: 'req/s', limit, ratio: ratioOf(portal.perSecond, other.perSecond) }
}

/** Requests a second of a page against node:http sending as many bytes, after a query where `databaseUrl` is given. */
export async function againstBare(name: string, portal: Side, databaseUrl?: string): Promise<BenchRow> {
  const { bytes } = await measure({ headers: browser, ...portal, connections: 1, seconds: 0.2 })
  const server = await bareServer(bytes, databaseUrl)
  try {
    return rowOf(name, await inTurn({ portal, other: { port: server.port, path: portal.path } }))
  } finally {
    server.process.disconnect()
  }
}
