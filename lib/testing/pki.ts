import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { httpSampleRoots } from '@/lib/adapters/http-sample-roots'
import type { SampleRoots } from '@/lib/ports'
import { freePort } from '@/lib/processes/server'

export type TestPki = {
  origin: string
  /** Makes its services misbehave, `{}` heals them. */
  faults: (faults: Record<string, string>) => Promise<void>
  file: (path: string) => Promise<Uint8Array>
  sampleRoots: SampleRoots
  close: () => void
}

/** The sandbox's certification authorities as a process of their own: tests meet them over HTTP, as the portal does. */
export async function startTestPki(): Promise<TestPki> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-pki-'))
  const program = path.resolve('dist', `test-pki-${String(process.pid)}.mjs`)
  await build({
    ...{ entryPoints: ['sandbox/pki/main.ts'], outfile: program, bundle: true, packages: 'external' },
    ...{ platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' },
  })
  const port = await freePort(20_000 + (process.pid % 20_000))
  const origin = `http://localhost:${String(port)}`
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, SANDBOX_PORT: String(port), SANDBOX_DATA: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await answering(origin)
  return {
    origin,
    async faults(faults) {
      await fetch(`${origin}/faults`, { method: 'POST', body: JSON.stringify(faults) })
    },
    file: async (name) => new Uint8Array(await (await fetch(`${origin}${name}`)).arrayBuffer()),
    sampleRoots: httpSampleRoots(origin),
    close() {
      child.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
      rmSync(program, { force: true })
    },
  }
}

/** Making two dozen keys takes a few seconds. */
async function answering(origin: string): Promise<void> {
  const until = Date.now() + 60_000
  while (Date.now() < until) {
    const answer = await fetch(`${origin}/health`).catch(() => null)
    if (answer?.ok === true) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no answer from ${origin}`)
}
