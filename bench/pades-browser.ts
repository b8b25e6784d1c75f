import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import type { CDPSession, Page } from '@playwright/test'
import { build } from 'esbuild'
import { z } from 'zod'
import { authorityAt, NOW } from '../lib/pades/test-documents'
import { MEGABYTES, sha256Once, writeLargePdf } from './large-pdf'
import type { BenchRow } from './row'
import { ratioOf, round } from './row'

const LIMIT = { seconds: 4, heap: 64, script: 120 }

/** What the signing page of an applicant loads when a certificate is chosen, bundled apart. */
async function scripts(folder: string): Promise<number> {
  const { metafile } = await build({
    entryPoints: { code: 'components/signature/browser-signing.ts' },
    ...{ outdir: folder, bundle: true, minify: true, splitting: true, format: 'esm', platform: 'browser' },
    ...{ metafile: true, logLevel: 'error', external: ['fontkit'] },
  })
  const loaded = new Set<string>()
  const load = (file: string) => {
    if (loaded.has(file)) return
    loaded.add(file)
    const imports = metafile.outputs[file]?.imports ?? []
    for (const one of imports) if (one.kind === 'import-statement' && !one.external) load(one.path)
  }
  for (const [file, { entryPoint }] of Object.entries(metafile.outputs))
    if (entryPoint?.includes('browser-signing')) load(file)
  return [...loaded].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of request) if (part instanceof Uint8Array) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

/** Stands for the portal: the page, its script, the stored file, the timestamp authority, the place to send the appendix. */
function portal(folder: string, file: string): Server {
  const code = new Set(readdirSync(folder).filter((name) => name.endsWith('.js')))
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const name = path.basename(request.url ?? '')
    if (code.has(name)) response.setHeader('content-type', 'text/javascript').end(readFileSync(path.join(folder, name)))
    else if (name === 'file') {
      response.setHeader('content-length', statSync(file).size)
      createReadStream(file, { highWaterMark: 1 << 20 }).pipe(response)
    } else if (name === 'stamp') response.end(await authorityAt(NOW).stamp(await bodyOf(request)))
    else if (name === 'key.p12') response.end(readFileSync('bench/fuzz/subjects/key.p12'))
    else response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>')
  }
  return createServer((request, response) => void answer(request, response)).listen(0)
}

const measured = z.object({ ok: z.boolean(), total: z.number(), work: z.number(), words: z.string() })

/** The page's own functions, as the page calls them: open the key file, then sign the stored file. */
const SIGN = `async (sha256) => {
  const { openKeys, signStored } = await import('/code.js')
  const key = await (await fetch('/key.p12')).blob()
  const opened = await openKeys(new File([key], 'key.p12'), 'mat-khau', null)
  const stored = { href: '/file', sha256, postTo: '/signed', timestampFrom: '/stamp' }
  const began = performance.now()
  let hashing = 0
  const note = (stage) => { if (stage.kind === 'hashing' && hashing === 0) hashing = performance.now() }
  const done = opened.ok ? await signStored(stored, opened.value[0], note) : opened
  const now = performance.now()
  return { ok: done.ok, total: now - began, work: now - hashing, words: JSON.stringify(done) }
}`

const usage = z.object({ usedSize: z.number(), backingStorageSize: z.number().default(0) })

/** The most the page held at any of the moments looked at. */
async function watched<T>(
  session: CDPSession,
  work: Promise<T>,
): Promise<{ result: T; heap: number; buffers: number }> {
  const most = { heap: 0, buffers: 0 }
  let isOver = false
  const look = async () => {
    while (!isOver) {
      const { usedSize, backingStorageSize } = usage.parse(await session.send('Runtime.getHeapUsage'))
      most.heap = Math.max(most.heap, usedSize)
      most.buffers = Math.max(most.buffers, backingStorageSize)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const looking = look()
  const result = await work
  isOver = true
  await looking
  return { result, ...most }
}

async function signIn(page: Page, sha256: string) {
  const session = await page.context().newCDPSession(page)
  const { result, ...held } = await watched(session, page.evaluate(`(${SIGN})(${JSON.stringify(sha256)})`))
  const told = measured.parse(result)
  if (!told.ok) throw new Error(told.words)
  return { ...told, ...held }
}

function row(name: string, value: number, unit: string, limit: number): BenchRow {
  return { name, value: round(value, 2), unit, limit, ratio: ratioOf(value, limit) }
}

/** The signing page's script in Chromium over a large stored file: time, heap and weight. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pades-browser-'))
  const file = path.join(folder, 'large.pdf')
  writeLargePdf(file)
  const weight = await scripts(folder)
  const server = portal(folder, file)
  const browser = await chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium' })
  try {
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const page = await browser.newPage()
    await page.goto(`http://localhost:${String(port)}/`)
    const sha256 = sha256Once(file)
    const size = `${String(MEGABYTES)} MB`
    const { total, work, heap, buffers } = await signIn(page, sha256)
    return [
      row(`browser: digest and sign ${size}`, work / 1000, 's', LIMIT.seconds),
      row(`browser: the same with fetching the stored file`, total / 1000, 's', LIMIT.seconds),
      row(`browser: heap while signing ${size}`, heap / 2 ** 20, 'MB', LIMIT.heap),
      row(`browser: buffers beside the heap`, buffers / 2 ** 20, 'MB', LIMIT.heap),
      row('browser: script of signing', weight / 1024, 'KB gz', LIMIT.script),
    ]
  } finally {
    await browser.close()
    server.close()
    rmSync(folder, { recursive: true })
  }
}
