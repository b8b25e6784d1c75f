import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { appendFileSync, mkdtempSync, openSync, closeSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { bytesSource } from '../lib/pdf'
import { signPdf, timestampPdf, validatePdf } from '../lib/pades'
import type { Signer } from '../lib/pades'
import { openFileSource } from '../lib/pades/node-file'
import { signOnly } from './pades-once'
import {
  anchors,
  authorityAt,
  ca,
  documentOf,
  evidence,
  machinery,
  NOW,
  person,
  PLAIN,
  unique,
} from '../lib/pades/test-documents'
import { issue, signerOf } from '../lib/pades/test-pki'

type BenchRow = { name: string; value: number; unit: string; limit: number; ratio: number }

const MEGABYTES = 500
const CHUNK = Buffer.alloc(1 << 20, 'q')

function row(name: string, value: number, unit: string, limit: number): BenchRow {
  const rounded = Number(value.toFixed(2))
  return { name, value: rounded, unit, limit, ratio: Number((value / limit).toFixed(2)) }
}

/** A valid PDF of the size wanted: one page, and one great stream that nothing shows. */
function writeLargePdf(path: string): void {
  const file = openSync(path, 'w')
  const length = (MEGABYTES - 1) << 20
  const offsets: number[] = []
  let at = 0
  const put = (bytes: Buffer) => (at += writeSync(file, bytes))
  put(Buffer.from('%PDF-1.7\n'))
  for (const [i, body] of PLAIN.entries()) {
    offsets.push(at)
    put(Buffer.from(`${String(i + 1)} 0 obj\n${body}\nendobj\n`))
  }
  offsets.push(at)
  put(Buffer.from(`7 0 obj\n<</Length ${String(length)}>>\nstream\n`))
  for (let done = 0; done < length; done += CHUNK.length) put(CHUNK)
  put(Buffer.from('\nendstream\nendobj\n'))
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = at
  put(
    Buffer.from(
      `xref\n0 8\n0000000000 65535 f \n${rows}trailer\n<</Size 8/Root 1 0 R>>\nstartxref\n${String(start)}\n%%EOF\n`,
    ),
  )
  closeSync(file)
}

/** The floor: read the file once and digest it. */
function sha256Once(path: string): void {
  const file = openSync(path, 'r')
  const hash = createHash('sha256')
  for (let read = readSync(file, CHUNK); read > 0; read = readSync(file, CHUNK)) hash.update(CHUNK.subarray(0, read))
  hash.digest()
  closeSync(file)
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function median(times: number, work: () => unknown): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) taken.push(await timed(work))
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

async function signFile(path: string, kind: 'signature' | 'timestamp'): Promise<void> {
  const source = await openFileSource(path)
  const signer = signerOf(person, [ca])
  const result =
    kind === 'timestamp'
      ? await timestampPdf({ source, unique: unique(), authority: authorityAt(NOW) }, machinery)
      : await signPdf({ source, signer, plan: { unique: unique(), at: NOW } }, machinery)
  await source.close()
  if (!result.ok) throw new Error(result.error.detail)
  appendFileSync(path, result.value.appendix)
}

async function validateFile(path: string, count: number): Promise<void> {
  const source = await openFileSource(path)
  const result = await validatePdf({ source, at: NOW, anchors, evidence, ...machinery })
  await source.close()
  const passed = result.ok
    ? result.value.signatures.filter((one) => one.verdict.indication === 'TOTAL_PASSED').length
    : 0
  if (passed !== count) throw new Error(`${String(passed)} of ${String(count)} signatures passed`)
}

/** Peak memory of a process of its own, compiled as a server is, that does one thing to the file. */
function peakMegabytes(what: 'sign' | 'validate', path: string, script: string): number {
  const child = spawnSync(process.execPath, [script, what, path], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return Number(child.stdout.trim()) / 1024
}

function compiled(folder: string): string {
  const outfile = join(folder, 'bench.mjs')
  const banner = { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" }
  buildSync({
    entryPoints: [resolve('bench/pades-once.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    banner,
  })
  return outfile
}

function pdfsigSeconds(path: string): number | undefined {
  if (spawnSync('pdfsig', ['-v']).error !== undefined) return undefined
  const started = performance.now()
  execFileSync('pdfsig', ['-nocert', path])
  return performance.now() - started
}

/** A seal with an RSA-3072 key, as agencies have them. */
function rsaSigner(): Signer {
  const pair = generateKeyPairSync('rsa', { modulusLength: 3072 })
  const seal = issue('Con dau', { issuer: ca, use: 'sign', pair })
  return {
    certificate: seal.der,
    chain: [ca.der],
    algorithm: { scheme: 'rsa-pkcs1', digest: 'SHA-256' },
    sign: (_digest, message) => Promise.resolve(new Uint8Array(sign('sha256', message, seal.key))),
  }
}

function rawSignaturesPerSecond(): number {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
  const started = performance.now()
  for (let i = 0; i < 300; i++) sign('sha256', CHUNK.subarray(0, 200), privateKey)
  return 300_000 / (performance.now() - started)
}

async function sealsPerSecond(): Promise<number> {
  const filler = `<</Length 100000>>\nstream\n${'q'.repeat(100_000)}\nendstream`
  const source = bytesSource(documentOf([...PLAIN, filler]))
  const signer = rsaSigner()
  const one = () => signPdf({ source, signer, plan: { unique: unique(), at: NOW } }, machinery)
  for (let i = 0; i < 50; i++) await one()
  const count = 300
  const took = await timed(async () => {
    for (let i = 0; i < count; i++) await one()
  })
  return (count * 1000) / took
}

/** Signing and validating 500 MB against the time of one SHA-256, with pdfsig beside it; sealing small documents. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pades-bench-'))
  const path = join(folder, 'large.pdf')
  try {
    writeLargePdf(path)
    const script = compiled(folder)
    sha256Once(path)
    const floor = await median(3, () => {
      sha256Once(path)
    })
    const rows = [row('SHA-256 of 500 MB, the floor', floor, 'ms', floor)]
    rows.push(row('sign 500 MB, peak memory', peakMegabytes('sign', path, script), 'MB', 100))
    rows.push(row('sign 500 MB / floor', (await median(3, () => signOnly(path))) / floor, 'x', 1.2))
    await signFile(path, 'signature')
    rows.push(
      row('validate 500 MB, 1 signature / floor', (await median(3, () => validateFile(path, 1))) / floor, 'x', 1.8),
    )
    rows.push(row('validate 500 MB, peak memory', peakMegabytes('validate', path, script), 'MB', 120))
    rows.push(...peer('pdfsig, 1 signature / floor', path, floor))
    await signFile(path, 'signature')
    await signFile(path, 'timestamp')
    rows.push(
      row(
        'validate 500 MB, 2 signatures + timestamp / floor',
        (await median(3, () => validateFile(path, 3))) / floor,
        'x',
        2.5,
      ),
    )
    rows.push(...peer('pdfsig, 2 signatures + timestamp / floor', path, floor))
    const seals = await sealsPerSecond()
    const raw = rawSignaturesPerSecond()
    rows.push(row('raw RSA-3072 signatures', raw, '/s', raw))
    rows.push({ ...row('seal 100 KB documents, RSA-3072', seals, '/s', 150), ratio: Number((150 / seals).toFixed(2)) })
    return rows
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function peer(name: string, path: string, floor: number): BenchRow[] {
  const took = pdfsigSeconds(path)
  return took === undefined ? [] : [row(name, took / floor, 'x', took / floor)]
}
