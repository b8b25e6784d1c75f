import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { anchorOf, parseCertificate, parseCrl, UNDATED_ALGORITHMS, validatePath, webEngine } from './index'
import type { Certificate, Crl, PathVerdict } from './index'

const FOLDER = join(import.meta.dirname, '../../../shared/corpora/pkits')
const hasCorpus = existsSync(join(FOLDER, 'pkits.json'))

const caseSchema = z.object({
  id: z.string(),
  name: z.string(),
  cert: z.string(),
  other_certs: z.array(z.string()).default([]),
  path_intermediates: z.array(z.string()).default([]),
  crls: z.array(z.string()).default([]),
  revocation: z.boolean().default(true),
  error: z.unknown().optional(),
  params: z
    .object({
      user_initial_policy_set: z.array(z.string()).optional(),
      initial_explicit_policy: z.boolean().optional(),
      initial_policy_mapping_inhibit: z.boolean().optional(),
      initial_any_policy_inhibit: z.boolean().optional(),
    })
    .default({}),
})
type Case = z.infer<typeof caseSchema>

function readVector(...path: string[]): Uint8Array {
  return readFileSync(join(FOLDER, ...path))
}

function certificate(name: string): Certificate[] {
  const parsed = parseCertificate(readVector('certs', name))
  return parsed.ok ? [parsed.value] : []
}

function crl(name: string): Crl[] {
  const parsed = parseCrl(readVector('crls', name))
  return parsed.ok ? [parsed.value] : []
}

function policies({ params }: Case) {
  return {
    ...(params.user_initial_policy_set && { initialSet: params.user_initial_policy_set }),
    explicit: params.initial_explicit_policy ?? false,
    inhibitMapping: params.initial_policy_mapping_inhibit ?? false,
    inhibitAny: params.initial_any_policy_inhibit ?? false,
  }
}

async function judge(row: Case): Promise<PathVerdict | undefined> {
  const [leaf] = certificate(row.cert)
  if (!leaf) return undefined
  const crls = ['TrustAnchorRootCRL.crl', ...row.crls.filter((name) => name.endsWith('.crl'))].flatMap(crl)
  return validatePath({
    engine: webEngine,
    leaf,
    intermediates: [...row.other_certs, ...row.path_intermediates].flatMap(certificate),
    anchors: certificate('TrustAnchorRootCertificate.crt').map((root) => anchorOf(root, 'pkits')),
    at: new Date('2022-05-01T00:00:00Z'),
    algorithms: UNDATED_ALGORITHMS,
    policies: policies(row),
    ...(row.revocation && { revocation: { crls, ocsps: [], mode: 'required' as const } }),
  })
}

/** NIST's own suite of certificate paths; public domain, not part of this project. */
describe.skipIf(!hasCorpus)('NIST PKITS (skipped where ../shared/corpora is absent)', () => {
  const cases = hasCorpus ? z.array(caseSchema).parse(JSON.parse(readFileSync(join(FOLDER, 'pkits.json'), 'utf8'))) : []

  it.each(cases.map((row) => [`${row.id} ${row.name}`, row] as const))('%s', async (_, row) => {
    const verdict = await judge(row)
    expect(verdict?.valid ?? false, verdict?.reason).toBe(row.error === undefined)
  })
})
