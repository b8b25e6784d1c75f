import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { bytesSource } from '../lib/pdf'
import { setText, signPdf, timestampPdf, validatePdf } from '../lib/pades'
import type { Appearance, Signer } from '../lib/pades'
import { openFileSource } from '../lib/pades/node-file'
import { MEGABYTES, sha256Once, writeLargePdf } from './large-pdf'
import { signOnly } from './pades-once'
import type { BenchRow } from './row'
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

function row(name: string, value: number, unit: string, limit: number): BenchRow {
  const rounded = Number(value.toFixed(2))
  return { name, value: rounded, unit, limit, ratio: Number((value / limit).toFixed(2)) }
}

async function timeWork(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

const ROUNDS = 3

/** How many times the floor some work takes; each round measures both, so that a busy machine weighs on both. */
async function timesFloor(path: string, work: () => unknown): Promise<number> {
  const ratios: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const floor = await timeWork(() => sha256Once(path))
    ratios.push((await timeWork(work)) / floor)
  }
  return medianOf(ratios)
}

/** Appends the signature to the file. */
export async function signFile(path: string, kind: 'signature' | 'timestamp'): Promise<void> {
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
    ? result.value.signatures.filter((signature) => signature.verdict.indication === 'TOTAL_PASSED').length
    : 0
  if (passed !== count) throw new Error(`${String(passed)} of ${String(count)} signatures passed`)
}

/** Peak memory of a process of its own, compiled as a server is, that does one thing to the file. */
function peakMegabytes(what: 'sign' | 'validate', path: string, script: string): number {
  const child = spawnSync(process.execPath, [script, what, path], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return Number(child.stdout.trim()) / 1024
}

function compileBench(folder: string): string {
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

/** A seal with an RSA-3072 key, as agencies have them. */
function rsaSigner(): Signer {
  const pair = generateKeyPairSync('rsa', { modulusLength: 3072 })
  return signerOf(issue('Con dau', { issuer: ca, use: 'sign', pair }), [ca])
}

const SIDE = 300

/** A red disc, as large as seals are drawn. */
function sealPicture() {
  const rgba = new Uint8Array(SIDE * SIDE * 4)
  for (let i = 0; i < SIDE * SIDE; i++) {
    const [x, y] = [(i % SIDE) - SIDE / 2, Math.floor(i / SIDE) - SIDE / 2]
    rgba.set([212, 15, 20, x * x + y * y < 20_000 ? 255 : 0], i * 4)
  }
  return { width: SIDE, height: SIDE, rgba }
}

async function looks(): Promise<Appearance> {
  const font = resolve('node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')
  const text = await setText('Sở Xây dựng', 10, new Uint8Array(readFileSync(font)))
  return { box: { left: 100, bottom: 100, width: 102, height: 102 }, picture: sealPicture(), text }
}

const BATCH = 50

/** Seals a second and the key's own signatures a second, batch by batch beside each other. */
async function sealRows(): Promise<BenchRow[]> {
  const filler = `<</Length 100000>>\nstream\n${'q'.repeat(100_000)}\nendstream`
  const source = bytesSource(documentOf([...PLAIN, filler]))
  const signer = rsaSigner()
  const appearance = await looks()
  const works = {
    'raw RSA-3072 signatures': () => signer.sign(new Uint8Array(32), new Uint8Array(200)),
    'seal 100 KB documents, RSA-3072': () =>
      signPdf({ source, signer, plan: { unique: unique(), at: NOW } }, machinery),
    'the same with picture and text': () =>
      signPdf({ source, signer, plan: { unique: unique(), at: NOW, appearance } }, machinery),
  }
  const rates = new Map<string, number[]>()
  for (let round = -1; round < 5; round++) {
    for (const [name, work] of Object.entries(works)) {
      const took = await timeWork(() => inTurn(work))
      if (round >= 0) rates.set(name, [...(rates.get(name) ?? []), (BATCH * 1000) / took])
    }
  }
  return [...rates].map(([name, all]) => fromBelow(name, medianOf(all), name.startsWith('raw') ? medianOf(all) : 150))
}

async function inTurn(work: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < BATCH; i++) await work()
}

function fromBelow(name: string, value: number, limit: number): BenchRow {
  return { ...row(name, value, '/s', limit), ratio: Number((limit / value).toFixed(2)) }
}

/** Signing and validating a large file against one SHA-256 of it, with pdfsig beside it; sealing small documents. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pades-bench-'))
  const path = join(folder, 'large.pdf')
  try {
    writeLargePdf(path)
    return [...(await largeRows(path, compileBench(folder))), ...(await sealRows())]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function largeRows(path: string, script: string): Promise<BenchRow[]> {
  const size = `${String(MEGABYTES)} MB`
  sha256Once(path)
  const floor = await timeWork(() => sha256Once(path))
  const rows = [row(`SHA-256 of ${size}, the floor`, floor, 'ms', floor)]
  rows.push(row(`sign ${size} / floor`, await timesFloor(path, () => signOnly(path)), 'x', 1.2))
  rows.push(row(`sign ${size}, peak memory`, peakMegabytes('sign', path, script), 'MB', 100))
  await signFile(path, 'signature')
  rows.push(row(`validate ${size}, 1 signature / floor`, await timesFloor(path, () => validateFile(path, 1)), 'x', 1.8))
  rows.push(row(`validate ${size}, peak memory`, peakMegabytes('validate', path, script), 'MB', 120))
  rows.push(...(await peer('pdfsig, 1 signature / floor', path)))
  await signFile(path, 'signature')
  await signFile(path, 'timestamp')
  const complete = await timesFloor(path, () => validateFile(path, 3))
  rows.push(row(`validate ${size}, 2 signatures + timestamp / floor`, complete, 'x', 2.5))
  return [...rows, ...(await peer('pdfsig, 2 signatures + timestamp / floor', path))]
}

async function peer(name: string, path: string): Promise<BenchRow[]> {
  if (spawnSync('pdfsig', ['-v']).error !== undefined) return []
  const times = await timesFloor(path, () => execFileSync('pdfsig', ['-nocert', path]))
  return [row(name, times, 'x', times)]
}
