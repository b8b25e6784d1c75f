import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { answerLine } from '../lib/trust/cli/chain-case'
import { concatBytes, der, findEntry, parseCrl } from '../lib/trust/index'
import type { Crl } from '../lib/trust/index'

/** One measured figure; `ratio` is value over limit for limits from above, limit over value for limits from below. */
export type BenchRow = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly limit: number
  readonly ratio: number
}

const ENTRIES = 200_000
const ROUNDS = 9

/** The best of several rounds, so that neighbours on the machine do not count. */
function bestTime(work: () => unknown): number {
  const samples = Array.from({ length: ROUNDS }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return Math.min(...samples)
}

/** Every entry with a reason code and a 16-octet serial number, as large authorities write them. */
function largeCrl(): Crl {
  const time = der.utcTime(new Date('2024-01-01'))
  const reason = der.sequence(der.sequence(der.oid('2.5.29.21'), der.octetString(der.enumerated(1))))
  const entries = Array.from({ length: ENTRIES }, (_, index) =>
    der.sequence(der.integer((1n << 126n) + BigInt(index) * 2_654_435_761n), time, reason),
  )
  const algorithm = der.sequence(der.oid('1.2.840.113549.1.1.11'), der.nullValue())
  const issuer = der.sequence(der.setOf(der.sequence(der.oid('2.5.4.3'), der.utf8String('Large CA'))))
  const tbs = der.sequence(der.integer(1), algorithm, issuer, time, der.sequence(concatBytes(entries)))
  const parsed = parseCrl(der.sequence(tbs, algorithm, der.bitString(new Uint8Array(256))))
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

function xor(bytes: Uint8Array): number {
  let mixed = 0
  for (let at = 0; at < bytes.length; at++) mixed ^= bytes[at] ?? 0
  return mixed
}

function crlRows(): readonly BenchRow[] {
  const crl = largeCrl()
  const absent = { serial: `40${'f'.repeat(30)}`, issuer: crl.issuer }
  const scan = bestTime(() => findEntry(crl, absent))
  const floor = bestTime(() => xor(crl.der))
  const megabytes = crl.der.length / 1e6
  return [
    {
      name: `look up in a CRL of ${String(ENTRIES)} entries (${megabytes.toFixed(1)} MB)`,
      value: scan,
      unit: 'ms',
      limit: 10,
      ratio: scan / 10,
    },
    {
      name: 'the same over one plain pass of its bytes',
      value: scan / floor,
      unit: 'x',
      limit: 2,
      ratio: scan / floor / 2,
    },
  ]
}

const pkitsCase = z.object({
  name: z.string(),
  cert: z.string(),
  other_certs: z.array(z.string()).default([]),
  path_intermediates: z.array(z.string()).default([]),
  crls: z.array(z.string()).default([]),
  revocation: z.boolean().default(true),
  params: z.record(z.string(), z.unknown()).default({}),
  error: z.unknown().optional(),
})
type PkitsCase = z.infer<typeof pkitsCase>

const PKITS = resolve('../shared/corpora/pkits')

function base64(folder: string, names: readonly string[]): readonly string[] {
  return names
    .filter((name) => existsSync(join(PKITS, folder, name)))
    .map((name) => readFileSync(join(PKITS, folder, name)).toString('base64'))
}

function line(row: PkitsCase): string {
  const [leaf] = base64('certs', [row.cert])
  return JSON.stringify({
    id: row.name,
    leaf,
    intermediates: base64('certs', [...row.other_certs, ...row.path_intermediates]),
    anchors: base64('certs', ['TrustAnchorRootCertificate.crt']),
    crls: base64('crls', ['TrustAnchorRootCRL.crl', ...row.crls]),
    at: '2022-05-01T00:00:00Z',
    checkRevocation: row.revocation,
    initialPolicySet: row.params['user_initial_policy_set'],
    initialExplicitPolicy: row.params['initial_explicit_policy'],
    initialPolicyMappingInhibit: row.params['initial_policy_mapping_inhibit'],
    initialAnyPolicyInhibit: row.params['initial_any_policy_inhibit'],
  })
}

async function pkitsRows(): Promise<readonly BenchRow[]> {
  if (!existsSync(join(PKITS, 'pkits.json'))) return []
  const cases = z.array(pkitsCase).parse(JSON.parse(readFileSync(join(PKITS, 'pkits.json'), 'utf8')))
  const lines = cases.map(line)
  const started = performance.now()
  let right = 0
  for (const [index, text] of lines.entries()) {
    const { valid } = await answerLine(text)
    if (valid === (cases[index]?.error === undefined)) right++
  }
  const rate = (lines.length * 1000) / (performance.now() - started)
  return [
    { name: 'NIST PKITS cases judged rightly', value: right, unit: 'of 246', limit: 246, ratio: 246 / right },
    { name: 'NIST PKITS cases a second', value: rate, unit: '/s', limit: 100, ratio: 100 / rate },
  ]
}

export async function run(): Promise<readonly BenchRow[]> {
  return [...crlRows(), ...(await pkitsRows())]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const row of await run()) console.log(JSON.stringify(row))
}
