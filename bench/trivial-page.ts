import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { becomesTrue, isPortFree } from '@/lib/processes/server'
import type { Side } from './against-bare'

const NEXT = 'node_modules/next/dist/bin/next'
const PATIENCE_MS = 30_000

async function freePort(from: number): Promise<number> {
  return (await isPortFree(from)) ? from : freePort(from + 1)
}

/**
 * A page of our Next and React made anew for each request, and nothing else: what a page of ours can cost at least. It is an
 * application of its own (`trivial-page/app`), so that the portal has no page that is there for measuring only.
 */
export async function withTrivialPage(work: (side: Side) => Promise<void>): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const
  execFileSync(process.execPath, [NEXT, 'build', 'bench/trivial-page'], { env, stdio: ['ignore', 2, 2] })
  const port = await freePort(Number(process.env['BENCH_PORT'] ?? 4700) + 50)
  const child = spawn(process.execPath, [NEXT, 'start', 'bench/trivial-page', '--port', String(port)], {
    env,
    stdio: ['ignore', 2, 2],
  })
  try {
    const isUp = await becomesTrue(async () => child.exitCode !== null || (await answers(port)), PATIENCE_MS)
    if (!isUp || child.exitCode !== null) throw new Error('the trivial page did not start')
    await work({ port, path: () => '/' })
  } finally {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
  }
}

function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${String(port)}/`).then(
    ({ ok }) => ok,
    () => false,
  )
}
