import { asDict, asString, get, loadObject, textOf } from '@/lib/pdf'
import type { Pdf } from '@/lib/pdf'
import { judgeChain } from './chain-judge'
import type { ChainVerdict } from './chain-judge'
import { judgedChanges } from './changes/judged'
import type { Change } from './changes/change'
import { permissionsOf, strictest } from './changes/permissions'
import type { Permissions } from './changes/permissions'
import { judgeContent } from './cms-judge'
import type { ContentVerdict, SignatureContent } from './cms-judge'
import type { CoverageVerdict } from './coverage'
import type { SecurityStore } from './dss'
import type { Evidence, TrustSettings } from './evidence'
import { parsePdfDate } from './pdf-date'
import type { SignatureReport } from './report'
import type { FoundSignature } from './signature-field'
import { judgeSignatureTimestamps, judgeTokenChain, provenTime } from './times'
import type { Proof, SignatureTimestamp } from './times'
import { formVerdict } from './form-verdict'
import { verdict } from './verdict'
import type { Verdict } from './verdict'

/** A signature with what was found out about its bytes. */
export type Candidate = {
  readonly signature: FoundSignature
  readonly coverage: CoverageVerdict
  readonly content: SignatureContent
  readonly digests: Map<string, Uint8Array>
}

export type JudgeContext = {
  readonly evidence: Evidence
  readonly store: SecurityStore
  readonly changes: readonly Change[]
  readonly trust: TrustSettings
}

type Judged = Candidate & { readonly verdict: ContentVerdict; readonly end: number }

/**
 * Document timestamps are judged newest first, because each proves what the older ones need: that they existed before
 * their authority's certificate ended (EN 319 102-1 section 5.6). Then the signatures.
 */
export async function judgeAll(
  pdf: Pdf,
  candidates: readonly Candidate[],
  context: JudgeContext,
): Promise<SignatureReport[]> {
  const judged: Judged[] = []
  for (const candidate of candidates) judged.push(await judgeBytes(candidate, context))
  const proofs: Proof[] = []
  const chains = new Map<Judged, Chained>()
  const newestFirst = [...judged].sort((a, b) => b.end - a.end)
  for (const judgedSignature of newestFirst.filter(({ signature }) => signature.kind === 'timestamp')) {
    const chained = await judgeDocumentTimestamp(judgedSignature, proofs, context)
    chains.set(judgedSignature, chained)
    if (chained.proof !== undefined) proofs.push(chained.proof)
  }
  const reports: SignatureReport[] = []
  const permitted = await permissionsOfAll(pdf, judged)
  for (const judgedSignature of judged) {
    const chained = chains.get(judgedSignature) ?? (await judgeSignature(pdf, judgedSignature, proofs, context))
    const permissions = permitted.get(judgedSignature) ?? NOTHING_SAID
    reports.push(await reportOf(pdf, { ...judgedSignature, permissions }, chained, context))
  }
  return reports
}

const NOTHING_SAID: Permissions = { level: undefined, locks: [], certifies: false }

/** A signature inherits the level of those it was made over, unless its own is stricter (ISO 32000-2 section 12.8.2.2.2). */
async function permissionsOfAll(pdf: Pdf, judged: readonly Judged[]): Promise<Map<Judged, Permissions>> {
  const permitted = new Map<Judged, Permissions>()
  let inForce: Permissions['level']
  for (const judgedSignature of [...judged].sort((a, b) => a.end - b.end)) {
    const own = await permissionsAt(pdf, judgedSignature)
    const level = strictest([own.level, inForce])
    permitted.set(judgedSignature, { ...own, level })
    if (judgedSignature.verdict.intact && judgedSignature.coverage.revision !== undefined) inForce = level
  }
  return permitted
}

async function judgeBytes(candidate: Candidate, { store, trust }: JudgeContext): Promise<Judged> {
  const { content, digests, signature, coverage } = candidate
  const check = {
    content,
    rangeDigest: (oid: string) => digests.get(oid),
    certificates: store.certificates,
    engine: trust.engine,
  }
  const verdict = await judgeContent(check)
  const covered = coverage.faults.every((fault) => fault === 'ends-inside-revision')
  const [, , b = 0, c = 0] = signature.byteRange ?? []
  return { ...candidate, verdict: { ...verdict, intact: verdict.intact && covered }, end: b + c }
}

type Chained = {
  readonly chain: ChainVerdict
  readonly claimed: Date | null
  readonly proven: Date | null
  readonly timestamps: readonly SignatureTimestamp[]
  readonly proof?: Proof
}

const UNCHAINED: ChainVerdict = {
  verdict: verdict('NO_SIGNING_CERTIFICATE_FOUND', 'no-certificate'),
  root: undefined,
  path: [],
  missing: [],
}

async function judgeDocumentTimestamp(
  judged: Judged,
  proofs: readonly Proof[],
  context: JudgeContext,
): Promise<Chained> {
  const { content, end } = judged
  const leaf = judged.verdict.certificate
  if (content.form !== 'timestamp') return { chain: UNCHAINED, claimed: null, proven: null, timestamps: [] }
  const { time } = content.token.info
  const unproven = (chain: ChainVerdict): Chained => ({ chain, claimed: time, proven: null, timestamps: [] })
  if (leaf === undefined) return unproven(UNCHAINED)
  const provenBy = provenTime(proofs, end, context.trust.at)
  const chain = await judgeTokenChain(content.token, leaf, { ...context, provenBy })
  if (time > provenBy) return unproven({ ...chain, verdict: verdict('TIMESTAMP_ORDER_FAILURE', 'timestamp-order') })
  const sound = judged.verdict.faults.length === 0 && chain.verdict.indication === 'TOTAL_PASSED'
  if (!sound || !judged.verdict.intact) return unproven(chain)
  return { chain, claimed: time, proven: time, timestamps: [], proof: { time, end } }
}

async function judgeSignature(
  pdf: Pdf,
  judged: Judged,
  proofs: readonly Proof[],
  context: JudgeContext,
): Promise<Chained> {
  const { trust, evidence } = context
  const claimed = await claimedTime(pdf, judged)
  const provenBy = provenTime(proofs, judged.end, trust.at)
  const { content } = judged
  const hasData = content.form === 'cms' || content.form === 'cms-sha1'
  const timestamps = hasData ? await judgeSignatureTimestamps(content.data, { evidence, trust, provenBy }) : []
  const trusted = timestamps.filter((stamp) => stamp.trusted).map((stamp) => stamp.time.getTime())
  const best = new Date(Math.min(provenBy.getTime(), ...trusted))
  const proven = trusted.length > 0 || proofs.some((proof) => proof.end >= judged.end) ? best : null
  const leaf = judged.verdict.certificate
  if (leaf === undefined) return { chain: UNCHAINED, claimed, proven, timestamps }
  const question = { leaf, provenBy: best, claimed: claimed ?? undefined, purpose: 'signing' } as const
  return { chain: await judgeChain(question, evidence, trust), claimed, proven, timestamps }
}

async function claimedTime(pdf: Pdf, { signature, content }: Judged): Promise<Date | null> {
  const written = asString(await get(pdf, signature.dict, 'M', signature.at))
  const date = written === undefined ? null : parsePdfDate(textOf(written))
  if (date !== null || (content.form !== 'cms' && content.form !== 'cms-sha1')) return date
  return content.data.signers[0]?.signed?.signingTime ?? null
}

type Permitted = Judged & { readonly permissions: Permissions }

async function reportOf(
  pdf: Pdf,
  permitted: Permitted,
  chained: Chained,
  context: JudgeContext,
): Promise<SignatureReport> {
  const { signature, coverage, content, permissions } = permitted
  const changes = judgedChanges(pdf, permitted, context.changes)
  const forbidden = changes.some((change) => !change.allowed)
  const [field = '', ...otherFields] = signature.fields
  const outcome = demote(pdf, finalVerdict(permitted, chained, forbidden, context.trust))
  return {
    field,
    otherFields,
    kind: signature.kind,
    standing: signature.standing,
    intact: permitted.verdict.intact,
    verdict: outcome,
    coverage: coverage.coverage,
    coverageFaults: coverage.faults,
    signedUpTo: coverage.faults.includes('byte-range-malformed') ? null : permitted.end,
    laterChanges: changes.length === 0 ? 'none' : forbidden ? 'forbidden' : 'allowed',
    changes,
    permissions,
    certificate: permitted.verdict.certificate ?? null,
    path: chained.chain.path,
    missing: chained.chain.missing,
    root: chained.chain.root ?? null,
    claimedTime: chained.claimed,
    provenTime: chained.proven,
    timestamps: chained.timestamps,
    subFilter: signature.subFilter ?? null,
    reason: await textEntry(pdf, permitted, 'Reason'),
    location: await textEntry(pdf, permitted, 'Location'),
    faults: [...permitted.verdict.faults.map((fault) => `${fault.code}: ${fault.message}`), ...unreadable(content)],
    oddities: permitted.verdict.oddities,
  }
}

function unreadable(content: SignatureContent): string[] {
  return content.form === 'unreadable' ? [content.reason] : []
}

async function textEntry(pdf: Pdf, { signature }: Judged, key: string): Promise<string | null> {
  const value = asString(await get(pdf, signature.dict, key, signature.at))
  return value === undefined ? null : textOf(value).slice(0, 500)
}

/** What a signature permits is read as it was signed, never from a later revision. */
async function permissionsAt(pdf: Pdf, { signature, coverage }: Judged): Promise<Permissions> {
  const at = coverage.revision ?? signature.at
  const { num } = signature.field
  const field =
    num === undefined ? signature.field.dict : (asDict(await loadObject(pdf, num, at)) ?? signature.field.dict)
  return permissionsOf(pdf, at, { ...signature, field: { ...signature.field, dict: field } })
}

/** Readers differ on a file whose structure had to be rebuilt: nobody knows which document was signed. */
function demote({ anomalies }: Pdf, trustVerdict: Verdict): Verdict {
  const rebuilt = anomalies.some((anomaly) => anomaly.code === 'structure-rebuilt')
  return rebuilt && trustVerdict.indication !== 'TOTAL_FAILED'
    ? verdict('SIG_CONSTRAINTS_FAILURE', 'structure-rebuilt')
    : trustVerdict
}

/** Form first, then the bytes, then what came later, then trust: the first thing wrong is the one told. */
function finalVerdict(judged: Judged, { chain, proven }: Chained, forbidden: boolean, trust: TrustSettings): Verdict {
  const form = formVerdict(judged, proven ?? trust.at, trust)
  if (form !== undefined) return form
  if (forbidden) return verdict('SIG_CONSTRAINTS_FAILURE', 'forbidden-changes')
  return chain.verdict
}
