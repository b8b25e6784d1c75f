import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startPostgres } from '@/lib/postgres/server'
import { becomesTrue, isPortFree } from '@/lib/processes/server'

export type Stack = {
  port: number
  origin: string
  /** The launcher, from which all other processes descend. */
  pid: number
  /** The data folder. */
  data: string
  /** Milliseconds from the command to the first answer that says ready. */
  startedIn: number
  databaseUrl: () => Promise<string>
  stop: () => Promise<void>
}

type Wishes = {
  /** The project to start. */
  project?: string
  /** Left as it is when the stack stops; without it a new one is made and removed. */
  data?: string
  /** Once up it answers within this many milliseconds. */
  patience?: number
  /** Whether visitors say who they are, and somebody in front compresses what is sent. */
  isBehindProxy?: boolean
}

/** The launcher takes ports beside the one it is given. */
const PORTS_EACH = 10

/** `npm start` of this project (or another) on free ports, unless said otherwise as somebody behind a proxy would run it. */
export async function startStack({
  project = '.',
  data,
  patience = 600_000,
  isBehindProxy,
}: Wishes = {}): Promise<Stack> {
  const folder = data ?? mkdtempSync(path.join(os.tmpdir(), 'mot-cua-bench-'))
  const port = await freeRange(Number(process.env['BENCH_PORT'] ?? 4700))
  const began = performance.now()
  const child = spawn(process.execPath, ['lib/launcher/start.mjs', 'start'], {
    cwd: project,
    env: { ...process.env, PORT: String(port), MOT_CUA_DATA: folder, ...proxied(isBehindProxy) },
    // What it says goes where it does not mix with the figures.
    stdio: ['ignore', 2, 2],
  })
  const origin = `http://localhost:${String(port)}`
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    if (data === undefined) rmSync(folder, { recursive: true, force: true })
  }
  const isUp = await becomesTrue(async () => child.exitCode !== null || (await isReady(origin)), patience)
  if (!isUp || child.exitCode !== null) {
    await stop()
    throw new Error(`${project} did not start`)
  }
  const databaseUrl = async () => (await startPostgres(folder)).url
  return { port, origin, pid: Number(child.pid), data: folder, startedIn: performance.now() - began, databaseUrl, stop }
}

const proxied = (isBehindProxy = true) => ({ BEHIND_PROXY: isBehindProxy ? '1' : '0' })

/** Runs `work` with a stack of its own. */
export async function withStack<T>(work: (stack: Stack) => Promise<T>, wishes: Wishes = {}): Promise<T> {
  const stack = await startStack(wishes)
  try {
    return await work(stack)
  } finally {
    await stack.stop()
  }
}

async function freeRange(from: number): Promise<number> {
  const ports = Array.from({ length: PORTS_EACH }, (_, at) => from + at)
  const free = await Promise.all(ports.map((port) => isPortFree(port)))
  return free.every(Boolean) ? from : freeRange(from + PORTS_EACH)
}

function isReady(origin: string): Promise<boolean> {
  return fetch(`${origin}/api/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  )
}
