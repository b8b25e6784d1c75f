import { z } from 'zod'
import {
  anchorOf,
  parseCertificate,
  parseCrl,
  parseOcspResponse,
  UNDATED_ALGORITHMS,
  validatePath,
  webEngine,
} from '../index'
import type { Anchor, PathInput, Refusal } from '../index'
import type { Result } from '@/lib/kernel'

/** One line of standard input of `verify-chain`, and the line that answers it. */

const MAX_ITEMS = 2_000
const base64 = z.string().transform((text, context) => {
  const bare = text.replaceAll(/\s/g, '')
  const bytes = Buffer.from(bare, 'base64')
  if (bytes.toString('base64').replace(/=+$/, '') !== bare.replace(/=+$/, '')) {
    context.addIssue({ code: 'custom', message: 'not base64' })
  }
  return new Uint8Array(bytes)
})
const items = z.array(base64).max(MAX_ITEMS).nullish()
const flag = z.boolean().nullish()

const caseSchema = z.object({
  leaf: base64,
  intermediates: items,
  anchors: items,
  crls: items,
  ocsps: items,
  at: z.string().transform((text, context) => {
    const date = new Date(text)
    if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(date.getTime())) {
      context.addIssue({ code: 'custom', message: 'not an ISO time' })
    }
    return date
  }),
  checkRevocation: flag,
  initialPolicySet: z.array(z.string()).max(MAX_ITEMS).nullish(),
  initialExplicitPolicy: flag,
  initialPolicyMappingInhibit: flag,
  initialAnyPolicyInhibit: flag,
  purpose: z.enum(['any', 'tls-server', 'signing']).nullish(),
  hostname: z.string().max(1_000).nullish(),
})
type Case = z.infer<typeof caseSchema>

const MAX_OCTETS = 4 << 20

/** Certificates and responses are read whole, so their sum is bounded; lists are only scanned. */
function isTooLarge(row: Case): boolean {
  const all = [row.leaf, ...(row.intermediates ?? []), ...(row.anchors ?? []), ...(row.ocsps ?? [])]
  return all.reduce((sum, der) => sum + der.length, 0) > MAX_OCTETS
}

const idSchema = z.object({ id: z.union([z.string(), z.number()]) })

export type Answer = { readonly id: string | number | null; readonly valid: boolean; readonly reason: string }

/** Evidence that cannot be read is as if it were not there; the verdict then says what is missing. */
function readable<T>(
  list: readonly Uint8Array[] | null | undefined,
  parse: (der: Uint8Array) => Result<T, Refusal>,
): T[] {
  return (list ?? []).flatMap((der) => {
    const parsed = parse(der)
    return parsed.ok ? [parsed.value] : []
  })
}

function anchors(row: Case): readonly Anchor[] {
  return readable(row.anchors, parseCertificate).map((certificate) => anchorOf(certificate, 'given'))
}

function policies(row: Case): NonNullable<PathInput['policies']> {
  return {
    ...(row.initialPolicySet && row.initialPolicySet.length > 0 && { initialSet: row.initialPolicySet }),
    explicit: row.initialExplicitPolicy ?? false,
    inhibitMapping: row.initialPolicyMappingInhibit ?? false,
    inhibitAny: row.initialAnyPolicyInhibit ?? false,
  }
}

function revocation(row: Case): Pick<PathInput, 'revocation'> {
  if (row.checkRevocation !== true) return {}
  return {
    revocation: {
      crls: readable(row.crls, parseCrl),
      ocsps: readable(row.ocsps, parseOcspResponse),
      mode: 'required',
    },
  }
}

/** Without a purpose the question is RFC 5280's own, which knows no dates of algorithms. */
function purposeOf(row: Case): Pick<PathInput, 'purpose' | 'hostname' | 'algorithms'> {
  const purpose = row.purpose ?? 'any'
  return {
    purpose,
    ...(purpose === 'any' && { algorithms: UNDATED_ALGORITHMS }),
    ...(typeof row.hostname === 'string' && row.hostname !== '' && { hostname: row.hostname }),
  }
}

async function judge(row: Case): Promise<Omit<Answer, 'id'>> {
  const leaf = parseCertificate(row.leaf)
  if (!leaf.ok) return { valid: false, reason: `${leaf.error.code}: leaf: ${leaf.error.message}` }
  const verdict = await validatePath({
    engine: webEngine,
    leaf: leaf.value,
    intermediates: readable(row.intermediates, parseCertificate),
    anchors: anchors(row),
    at: row.at,
    policies: policies(row),
    ...revocation(row),
    ...purposeOf(row),
  })
  return { valid: verdict.valid, reason: verdict.valid ? verdict.reason : `${verdict.code}: ${verdict.reason}` }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function complaint(error: z.ZodError): string {
  const [issue] = error.issues
  return `malformed-input: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
}

async function answerCase(json: unknown): Promise<Omit<Answer, 'id'>> {
  if (json === undefined) return { valid: false, reason: 'malformed-input: not JSON' }
  const parsed = caseSchema.safeParse(json)
  if (!parsed.success) return { valid: false, reason: complaint(parsed.error) }
  if (isTooLarge(parsed.data)) return { valid: false, reason: 'too-much-work: certificates of more than 4 MiB' }
  try {
    return await judge(parsed.data)
  } catch (error) {
    // A fault of ours must not take the remaining cases with it, and must never read as valid.
    return { valid: false, reason: `internal-error: ${String(error)}` }
  }
}

/** Judges one line; whatever the line holds, there is an answer. */
export async function answerLine(line: string): Promise<Answer> {
  const json = parseJson(line)
  const identified = idSchema.safeParse(json)
  return { id: identified.success ? identified.data.id : null, ...(await answerCase(json)) }
}
