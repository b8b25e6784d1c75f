import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import type { CDPSession, Page } from '@playwright/test'
import { build } from 'esbuild'
import type { BuildOptions } from 'esbuild'
import { z } from 'zod'
import { authorityAt, evidence, NOW, root } from '../lib/pades/test-documents'
import { signingPaths } from '../lib/signing'
import { MEGABYTES, sha256Once, writeLargePdf } from './large-pdf'
import { signFile } from './pades'
import type { BenchRow } from './row'
import { ratioOf, round } from './row'

const LIMIT = { seconds: 4, heap: 64, script: 120, timesFloor: 1.8 }

const BUNDLED = {
  ...{ bundle: true, minify: true, splitting: true, format: 'esm', platform: 'browser' },
  ...{ logLevel: 'error', external: ['fontkit'] },
} as const satisfies BuildOptions

/** What the page of the public check loads when a file is checked, and its hasher alone; each by itself, to share no weight. */
async function bundleJudging(outdir: string): Promise<void> {
  await build({ ...BUNDLED, entryPoints: { judging: 'components/signature/check/judge-in-browser.ts' }, outdir })
  await build({ ...BUNDLED, entryPoints: { hashing: 'lib/pades/web-hash.ts' }, outdir })
}

const SIGNING = {
  code: 'components/signature/browser-signing/browser-signing.ts',
  'key-worker': 'components/signature/key/key-worker.ts',
}

/** What the signing page of an applicant loads when a certificate is chosen, its worker included, bundled apart. */
async function scripts(folder: string): Promise<number> {
  const { metafile } = await build({
    ...BUNDLED,
    ...{ entryPoints: SIGNING, outdir: folder, metafile: true },
  })
  const loaded = new Set<string>()
  const load = (file: string) => {
    if (loaded.has(file)) return
    loaded.add(file)
    const imports = metafile.outputs[file]?.imports ?? []
    for (const imported of imports) if (imported.kind === 'import-statement' && !imported.external) load(imported.path)
  }
  for (const [file, { entryPoint }] of Object.entries(metafile.outputs))
    if (Object.values(SIGNING).some((entry) => entry === entryPoint)) load(file)
  return [...loaded].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of request) if (part instanceof Uint8Array) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Whom the portal trusts, and what authorities say: responders nothing, so that lists are asked for in a further round. */
async function answerOf(request: IncomingMessage): Promise<object | null> {
  if (request.url === signingPaths.roots())
    return { now: NOW, roots: [{ set: 'public', certificate: base64(root.der) }] }
  if (request.url !== signingPaths.questions()) return null
  const isSecond = Buffer.from(await bodyOf(request)).includes('"round":2')
  return { receivedAt: NOW, ocsps: [], crls: isSecond ? evidence.crls.map(base64) : [] }
}

/** Stands for the portal: the page, its script, the stored file, the timestamp authority, the place to send the appendix. */
function portal(folder: string, file: string): Server {
  const code = new Set(readdirSync(folder).filter((name) => name.endsWith('.js')))
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // The worker is asked for by the name of its source.
    const name = path.basename(request.url ?? '').replace(/\.ts$/, '.js')
    const answer = await answerOf(request)
    if (answer !== null) response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
    else if (code.has(name))
      response.setHeader('content-type', 'text/javascript').end(readFileSync(path.join(folder, name)))
    else if (name === 'file') {
      response.setHeader('content-length', statSync(file).size)
      createReadStream(file, { highWaterMark: 1 << 20 }).pipe(response)
    } else if (name === 'stamp') response.end(await authorityAt(NOW).stamp(await bodyOf(request)))
    else if (name === 'key.p12') response.end(readFileSync('bench/fuzz/subjects/key.p12'))
    else response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title><input type=file>')
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

/** The floor: SHA-256 as browsers can stream it, over bytes that are there; the second time, when its code is compiled well. */
const DIGEST = `async (megabytes) => {
  const { webHashes } = await import('/hashing.js')
  const chunk = new Uint8Array(1 << 20)
  let began = 0
  for (let turn = 0; turn < 2; turn++) {
    const hasher = await webHashes('2.16.840.1.101.3.4.2.1')
    began = performance.now()
    for (let done = 0; done < megabytes; done++) hasher.update(chunk)
    hasher.digest()
  }
  return performance.now() - began
}`

/** As the page of the public check calls it; the file is the one in its field. */
const JUDGE = `async () => {
  const { judgeInBrowser } = await import('/judging.js')
  const began = performance.now()
  const { report, sha256 } = await judgeInBrowser(document.querySelector('input').files[0], () => {})
  return { took: performance.now() - began, summary: report.summary, sha256 }
}`

const judged = z.object({ took: z.number(), summary: z.literal('valid'), sha256: z.string() })

const usage = z.object({ usedSize: z.number(), backingStorageSize: z.number().default(0) })

/** The most the page held at any of the moments looked at. */
async function watchMemory<T>(
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
  const { result, ...memory } = await watchMemory(session, page.evaluate(`(${SIGN})(${JSON.stringify(sha256)})`))
  const measurement = measured.parse(result)
  if (!measurement.ok) throw new Error(measurement.words)
  return { ...measurement, ...memory }
}

/** Each floor is measured right before, so that a busy machine weighs on both. */
const floorOn = async (page: Page) => z.number().parse(await page.evaluate(`(${DIGEST})(${String(MEGABYTES)})`))

async function judgeIn(page: Page, file: string) {
  await page.setInputFiles('input', file)
  const floor = await floorOn(page)
  const session = await page.context().newCDPSession(page)
  const { result, ...memory } = await watchMemory(session, page.evaluate(`(${JUDGE})()`))
  const { took, sha256 } = judged.parse(result)
  if (sha256 !== sha256Once(file)) throw new Error('another digest')
  return { took, times: took / floor, ...memory }
}

function row(name: string, value: number, unit: string, limit: number): BenchRow {
  return { name, value: round(value, 2), unit, limit, ratio: ratioOf(value, limit) }
}

/** Signing a large stored file in Chromium, and judging it signed: time, memory and weight of script. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pades-browser-'))
  const file = path.join(folder, 'large.pdf')
  writeLargePdf(file)
  const weight = await scripts(folder)
  await bundleJudging(folder)
  const server = portal(folder, file)
  const browser = await chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium' })
  try {
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const page = await browser.newPage()
    await page.goto(`http://localhost:${String(port)}/`)
    const sha256 = sha256Once(file)
    const size = `${String(MEGABYTES)} MB`
    const floor = await floorOn(page)
    const { total, work, heap, buffers } = await signIn(page, sha256)
    await signFile(file, 'signature')
    const judging = await judgeIn(page, file)
    return [
      row(`browser: digest and sign ${size}`, work / 1000, 's', LIMIT.seconds),
      row(`browser: the same, times its SHA-256 alone`, work / floor, 'x', LIMIT.timesFloor),
      row(`browser: the same with fetching the stored file`, total / 1000, 's', LIMIT.seconds),
      row(`browser: heap while signing ${size}`, heap / 2 ** 20, 'MB', LIMIT.heap),
      row(`browser: buffers beside the heap`, buffers / 2 ** 20, 'MB', LIMIT.heap),
      row(`browser: judge ${size}`, judging.took / 1000, 's', LIMIT.seconds),
      row(`browser: the same, times its SHA-256 alone`, judging.times, 'x', LIMIT.timesFloor),
      row(`browser: heap while judging ${size}`, judging.heap / 2 ** 20, 'MB', LIMIT.heap),
      row(`browser: buffers beside it`, judging.buffers / 2 ** 20, 'MB', LIMIT.heap),
      row('browser: script of signing', weight / 1024, 'KB gz', LIMIT.script),
    ]
  } finally {
    await browser.close()
    server.close()
    rmSync(folder, { recursive: true })
  }
}
