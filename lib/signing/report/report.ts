import { z } from 'zod'

const words = z.object({ vi: z.string(), en: z.string() })
const moment = z.iso.datetime()

const certificate = z.object({
  name: z.string().nullable(),
  organisation: z.string().nullable(),
  title: z.string().nullable(),
  ids: z.array(z.object({ kind: z.enum(['taxCode', 'personalId']), value: z.string() })),
  subject: z.string(),
  issuer: z.string(),
  issuerName: z.string(),
  serial: z.string(),
  notBefore: moment,
  notAfter: moment,
})

const change = z.object({
  code: z.string(),
  allowed: z.boolean(),
  words,
  field: z.string().optional(),
  page: z.int().optional(),
})

const signature = z.object({
  field: z.string(),
  kind: z.enum(['signature', 'timestamp']),
  /** As whom the certificate speaks; `authority` for a document timestamp. */
  holder: z.enum(['person', 'organisation', 'authority', 'unknown']),
  intact: z.boolean(),
  verdict: z.enum(['TOTAL_PASSED', 'INDETERMINATE', 'TOTAL_FAILED']),
  subIndication: z.string().nullable(),
  reason: words.extend({ code: z.string() }),
  coverage: z.enum(['whole-file', 'whole-revision', 'partial']),
  laterChanges: z.enum(['none', 'allowed', 'forbidden']),
  changes: z.array(change),
  signer: certificate.nullable(),
  root: z.object({ name: z.string(), set: z.string() }).nullable(),
  claimedTime: moment.nullable(),
  provenTime: moment.nullable(),
  timestamps: z.array(
    z.object({ time: moment, authority: z.string().nullable(), trusted: z.boolean(), reason: words }),
  ),
})

/** What is said of one file, as it is stored and handed out; every time in UTC. */
export const verificationReport = z.object({
  judgedAt: moment,
  size: z.int(),
  revisions: z.int(),
  /** Why the file could not be judged at all. */
  fault: words.extend({ code: z.string() }).nullable(),
  summary: z.enum(['valid', 'undecided', 'invalid', 'unsigned', 'unreadable']),
  signatures: z.array(signature),
  /** What is broken about the file and what was lost; absent in reports made before this was told. */
  damage: z.array(words).optional(),
  /** What looks like a signature and is none. */
  notSigned: z.array(
    z.object({
      kind: z.enum(['empty-field', 'stamp-picture', 'signature-remains']),
      field: z.string().optional(),
      page: z.int().optional(),
    }),
  ),
})

export type VerificationReport = z.infer<typeof verificationReport>
export type SignatureEntry = z.infer<typeof signature>
export type Summary = VerificationReport['summary']
export type Holder = SignatureEntry['holder']

/** The whole file in one word: as good as the worst of its signatures. */
export function summaryOf(
  signatures: readonly Pick<SignatureEntry, 'kind' | 'verdict' | 'laterChanges' | 'intact'>[],
): Summary {
  const own = signatures.filter(({ kind }) => kind === 'signature')
  if (own.length === 0) return 'unsigned'
  const isBroken = signatures.some(({ verdict }) => verdict === 'TOTAL_FAILED')
  if (isBroken || own.some(({ laterChanges, intact }) => laterChanges === 'forbidden' || !intact)) return 'invalid'
  return own.every(({ verdict }) => verdict === 'TOTAL_PASSED') ? 'valid' : 'undecided'
}

const PERSONAL_ID = /((?:CCCD|CMND|CMT):\s*)(\d+)(\d{3})/gi

function hideNumbers(text: string): string {
  return text.replaceAll(
    PERSONAL_ID,
    (_, kind: string, head: string, tail: string) => `${kind}${'•'.repeat(head.length)}${tail}`,
  )
}

function hiddenId<T extends { kind: string; value: string }>(id: T): T {
  return id.kind === 'taxCode'
    ? id
    : { ...id, value: `${'•'.repeat(Math.max(0, id.value.length - 3))}${id.value.slice(-3)}` }
}

/** The report for people who need not know a signer's personal number: only its last three digits are left. */
export function withoutPersonalIds(report: VerificationReport): VerificationReport {
  return {
    ...report,
    signatures: report.signatures.map((entry) => ({
      ...entry,
      signer: entry.signer && {
        ...entry.signer,
        ids: entry.signer.ids.map(hiddenId),
        subject: hideNumbers(entry.signer.subject),
      },
    })),
  }
}
