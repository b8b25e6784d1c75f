/**
 * Mutated PDFs, CMS and DER against the readers of lib/pdf, lib/cms, lib/trust and lib/pades.
 * Nothing may crash, hang for more than two seconds, or report a changed signed byte as intact.
 * Usage: tsx bench/fuzz.ts [count] [seed] [first]   (`first` resumes; the seed and the case number make a case)
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSignedData, parseTimestampToken } from '../lib/cms'
import { bytesSource } from '../lib/pdf'
import { validatePdf } from '../lib/pades'
import {
  authorityAt,
  documentOf,
  evidence,
  machinery,
  NOW,
  person,
  PLAIN,
  signedOver,
} from '../lib/pades/test-documents'
import { parseCertificate, parseCrl, parseOcspResponse } from '../lib/trust'

const SLOWEST = 2000

/** Mulberry32: small, seeded, good enough to spread mutations. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Random = (below: number) => number
type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array

const TOKENS = [
  '<<',
  '>>',
  '[',
  ']',
  ' R',
  'obj',
  'endobj',
  'stream',
  '/Prev',
  '/Kids',
  '99999999999',
  '-1',
  '0',
  '%%EOF',
  'xref',
  '(',
  ')',
]

const splice = (bytes: Uint8Array, at: number, removed: number, added: Uint8Array) => {
  const head = bytes.subarray(0, at)
  const tail = bytes.subarray(Math.min(bytes.length, at + removed))
  const whole = new Uint8Array(head.length + added.length + tail.length)
  whole.set(head)
  whole.set(added, head.length)
  whole.set(tail, head.length + added.length)
  return whole
}

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => splice(bytes, random(bytes.length), 1, Uint8Array.of(random(256))),
  (bytes, random) => splice(bytes, random(bytes.length), random(64), new Uint8Array()),
  (bytes, random) => splice(bytes, random(bytes.length), 0, new TextEncoder().encode(TOKENS[random(TOKENS.length)])),
  (bytes, random) => {
    const from = random(bytes.length)
    return splice(bytes, random(bytes.length), random(200), bytes.slice(from, from + random(200)))
  },
  (bytes, random) => bytes.slice(0, random(bytes.length)),
  (bytes, random) => digitsChanged(bytes, random),
]

/** Numbers rule a PDF: turn one digit into another. */
function digitsChanged(bytes: Uint8Array, random: Random): Uint8Array {
  const start = random(bytes.length)
  const at = bytes.findIndex((byte, i) => i >= start && byte >= 48 && byte <= 57)
  return at < 0 ? bytes : splice(bytes, at, 1, Uint8Array.of(48 + random(10)))
}

type Subject = { readonly name: string; readonly bytes: Uint8Array; judge(mutated: Uint8Array): Promise<boolean> }

/** Whether some signature is called intact although the bytes it signs are not those that were signed. */
async function liesAboutPdf(original: Uint8Array, mutated: Uint8Array): Promise<boolean> {
  const result = await validatePdf({ source: bytesSource(mutated), at: NOW, anchors: [], evidence, ...machinery })
  if (!result.ok) return false
  return result.value.signatures.some((one) => one.intact && !isPrefix(original, mutated, one.signedUpTo ?? 0))
}

/** Equal up to the end of the signed bytes; what stands in the gap is judged by its signature. */
function isPrefix(original: Uint8Array, mutated: Uint8Array, end: number): boolean {
  const [a, b] = [original, mutated].map((bytes) =>
    Buffer.from(bytes.subarray(0, end))
      .toString('latin1')
      .replace(/<[^<>]{4000,}>/g, '<>'),
  )
  return a === b
}

async function subjects(): Promise<Subject[]> {
  const table = await signedOver(documentOf(PLAIN), { authority: authorityAt(NOW) })
  const stream = await signedOver(await signedOver(documentOf(PLAIN, 'stream')))
  const [, a = 0, b = 0] = (/\/ByteRange \[(\d+) (\d+) (\d+)/.exec(Buffer.from(table).toString('latin1')) ?? [])
    .slice(1)
    .map(Number)
  const cms = new Uint8Array(Buffer.from(Buffer.from(table.subarray(a + 1, b - 1)).toString('latin1'), 'hex'))
  const token = await authorityAt(NOW).stamp(new Uint8Array(32))
  const reads = (name: string, bytes: Uint8Array, read: (bytes: Uint8Array) => unknown): Subject => ({
    name,
    bytes,
    judge: (mutated) => Promise.resolve(read(mutated) === undefined),
  })
  return [
    { name: 'pdf (table)', bytes: table, judge: (mutated) => liesAboutPdf(table, mutated) },
    { name: 'pdf (stream)', bytes: stream, judge: (mutated) => liesAboutPdf(stream, mutated) },
    reads('cms', cms, parseSignedData),
    reads('timestamp', token, parseTimestampToken),
    reads('certificate', person.der, parseCertificate),
    reads('crl', evidence.crls[0] ?? new Uint8Array(), parseCrl),
    reads('ocsp', token, parseOcspResponse),
  ]
}

const REAL = '../shared/corpora/dss-dev'

/** Real signed files up to 140 KB, where the development corpora are at hand. */
function realFiles(): Subject[] {
  const names = existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith('.pdf')) : []
  return names.flatMap((name) => {
    const bytes = new Uint8Array(readFileSync(join(REAL, name)))
    return bytes.length > 140_000 ? [] : [{ name, bytes, judge: (mutated: Uint8Array) => liesAboutPdf(bytes, mutated) }]
  })
}

async function attempt(subject: Subject, mutated: Uint8Array): Promise<string | undefined> {
  const started = performance.now()
  try {
    if (await subject.judge(mutated)) return 'changed bytes called intact'
  } catch (error) {
    return `crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
  const took = performance.now() - started
  return took > SLOWEST ? `hang: ${took.toFixed(0)} ms` : undefined
}

type Case = { readonly number: number; readonly seed: number; readonly subject: Subject }

/** One case: up to four mutations of a subject, named when it fails. */
async function runCase({ number, seed, subject }: Case): Promise<boolean> {
  const next = generator(seed * 1_000_003 + number)
  const random: Random = (below) => Math.floor(next() * Math.max(1, below))
  let mutated = subject.bytes
  for (let times = 1 + random(4); times > 0; times--) {
    mutated = (MUTATIONS[random(MUTATIONS.length)] ?? digitsChanged)(mutated, random)
  }
  const failure = await attempt(subject, mutated)
  if (failure === undefined) return true
  process.stdout.write(`case ${String(number)} seed ${String(seed)} ${subject.name}: ${failure}\n`)
  return false
}

function settings([count = 20_000, seed = 1, first = 0]: readonly number[]): [number, number, number] {
  return [count, seed, first]
}

async function main(): Promise<void> {
  const [count, seed, first] = settings(process.argv.slice(2).map(Number))
  const all = [...(await subjects()), ...realFiles()]
  let failures = 0
  for (let number = first; number < count; number++) {
    const subject = all[number % all.length] ?? all[0]
    if (subject === undefined || !(await runCase({ number, seed, subject }))) failures++
    if (number % 10_000 === 9_999) process.stderr.write(`${String(number + 1)} of ${String(count)}\n`)
  }
  process.stdout.write(`${String(count - first)} cases, ${String(failures)} failures\n`)
  process.exitCode = Math.min(failures, 1)
}

void main()
