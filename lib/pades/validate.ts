import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { openPdf, PdfFault } from '@/lib/pdf'
import type { ByteSource, Pdf } from '@/lib/pdf'
import { DATED_ALGORITHMS } from '@/lib/trust'
import type { AlgorithmPolicy, Anchor, Engine } from '@/lib/trust'
import type { Change } from './changes/change'
import { changesAfter } from './changes/compare'
import { readContent } from './cms-judge'
import { judgeCoverage } from './coverage'
import type { CoverageVerdict } from './coverage'
import { damageOf } from './damage'
import { EMPTY_STORE, readSecurityStore } from './dss'
import type { SecurityStore } from './dss'
import { carriedEvidence, parseEvidence } from './evidence'
import { digestRanges } from './hashing'
import type { HashEngine, RangeJob, Watcher } from './hashing'
import { judgeAll } from './judge'
import type { Candidate } from './judge'
import { rangeSearch } from './range-search'
import { strayCandidates } from './stray'
import { findNotSigned } from './not-signed'
import type { NotSigned, ValidationReport } from './report'
import { signaturesOf } from './signature-field'
import type { FoundSignature } from './signature-field'

/** What is judged: the bytes and the machinery that digests them. */
export type ExaminationInput = {
  readonly source: ByteSource
  readonly hashes: HashEngine
  /** Object identifier of a digest wanted of the file as a whole, made on the same walk. */
  readonly fileDigestOid?: string
}

/** By what it is judged: the time, whom to trust, machinery, and evidence fetched elsewhere. */
export type JudgingInput = {
  readonly at: Date
  /** Anchors of any number of named sets; with none, integrity, coverage and changes are judged all the same. */
  readonly anchors: readonly Anchor[]
  readonly engine: Engine
  readonly algorithms?: AlgorithmPolicy
  readonly evidence?: SecurityStore
  /** Whether the authorities were asked what the evidence does not tell, so that silence is theirs. */
  readonly hasAskedAuthorities?: boolean
}

export type ValidationInput = Omit<ExaminationInput, 'fileDigestOid'> & JudgingInput

/** All that the bytes of a file tell, to be judged as often as evidence comes in. */
export type Examined = {
  readonly pdf: Pdf
  readonly candidates: readonly Candidate[]
  readonly store: SecurityStore
  readonly changes: readonly Change[]
  readonly notSigned: readonly NotSigned[]
  readonly fileDigest: Uint8Array | undefined
}

/**
 * Validates every signature and document timestamp of a PDF (EN 319 102-1, EN 319 142-1). The file is read at random
 * for its structure and once from beginning to end for all digests. Errors: what `openPdf` refuses.
 */
export async function validatePdf(input: ValidationInput): Promise<Result<ValidationReport, PdfFault>> {
  const examined = await examinePdf(input)
  return examined.ok ? judgePdf(examined.value, input) : examined
}

/** The part of `validatePdf` that reads the file. */
export async function examinePdf(input: ExaminationInput): Promise<Result<Examined, PdfFault>> {
  const opened = await openPdf(input.source)
  return opened.ok ? refusals(() => examineOpened(opened.value, input)) : opened
}

/** The part of `validatePdf` that depends on time, trust and evidence; of the file it reads a few objects at most. */
export function judgePdf(examined: Examined, input: JudgingInput): Promise<Result<ValidationReport, PdfFault>> {
  return refusals(() => judgeExamined(examined, input))
}

async function refusals<T>(work: () => Promise<T>): Promise<Result<T, PdfFault>> {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof PdfFault) return err(error)
    throw error
  }
}

async function examineOpened(pdf: Pdf, input: ExaminationInput): Promise<Examined> {
  const { signed, unsigned } = await signaturesOf(pdf)
  const candidates: Candidate[] = []
  const isCutOff = pdf.anomalies.some(({ code }) => code === 'catalog-unreachable')
  for (const foundSignature of signed) {
    const signature: FoundSignature = isCutOff ? { ...foundSignature, standing: 'unreachable' } : foundSignature
    const coverage = await judgeCoverage(pdf, signature)
    if (isRewriting(signature, coverage, candidates)) continue
    candidates.push({
      signature,
      coverage,
      content: await readContent(pdf, signature.at, signature),
      digests: new Map(),
    })
  }
  const search = rangeSearch()
  const fileDigest = await digestCandidates(input, candidates, search)
  const strays = await strayCandidates(pdf, search.offsets, signed)
  // Remains of a signature count as one where there is no other, so that nobody takes the file for unsigned.
  const listed = strays.filter(
    ({ coverage }) => coverage.revision !== undefined || isDamaged(coverage) || signed.length === 0,
  )
  await digestCandidates({ source: input.source, hashes: input.hashes }, listed)
  candidates.push(...listed)
  const store = await readSecurityStore(pdf, pdf.last)
  const first = Math.min(...candidates.map(({ coverage }) => coverage.revision?.index ?? Infinity))
  const changes = Number.isFinite(first) ? await changesAfter(pdf, first) : []
  const remains = strays
    .filter((stray) => !listed.includes(stray))
    .map(({ signature }): NotSigned => ({ kind: 'signature-remains', field: signature.field.name }))
  return {
    pdf,
    candidates,
    store,
    changes,
    notSigned: [...(await findNotSigned(pdf, unsigned)), ...remains],
    fileDigest,
  }
}

function endOf({ signature }: Candidate): number {
  const [, , from = 0, length = 0] = signature.byteRange ?? []
  return from + length
}

function isDamaged({ faults }: CoverageVerdict): boolean {
  return faults.some((fault) => fault === 'ends-inside-revision' || fault === 'file-cut-short')
}

/**
 * Whether a dictionary only takes the place of a signature that was made before, without being one: it then counts as a
 * change to that signature, and its values are not shown.
 */
function isRewriting(
  foundSignature: FoundSignature,
  { revision }: CoverageVerdict,
  earlier: readonly Candidate[],
): boolean {
  const isSame = ({ signature }: Candidate) =>
    (foundSignature.num !== undefined && signature.num === foundSignature.num) ||
    signature.fields.some((name) => foundSignature.fields.includes(name))
  return revision === undefined && earlier.some(isSame)
}

async function judgeExamined(examined: Examined, input: JudgingInput): Promise<ValidationReport> {
  const { pdf, candidates, store, changes, notSigned } = examined
  const evidence = parseEvidence([
    store,
    ...candidates.map(({ content }) => carriedEvidence(content)),
    input.evidence ?? EMPTY_STORE,
  ])
  const trust = { ...input, algorithms: input.algorithms ?? DATED_ALGORITHMS }
  return {
    size: pdf.source.size,
    revisions: pdf.revisions.length,
    encrypted: pdf.decryptor !== undefined,
    signatures: await judgeAll(pdf, candidates, { evidence, store, changes, trust }),
    notSigned,
    anomalies: pdf.anomalies,
    damage: damageOf(pdf, candidates.filter(({ coverage }) => isDamaged(coverage)).map(endOf)),
  }
}

/** Only well-formed ranges are digested: anything else cannot be intact. Gives the digest of the whole file where one is wanted. */
async function digestCandidates(
  { source, hashes, fileDigestOid }: ExaminationInput,
  candidates: readonly Candidate[],
  watch?: Watcher,
): Promise<Uint8Array | undefined> {
  const jobs = candidates.flatMap(jobsOf)
  const whole: RangeJob[] = fileDigestOid === undefined ? [] : [{ oid: fileDigestOid, ranges: [[0, source.size]] }]
  const digests = await digestRanges(source, [...jobs, ...whole], hashes, watch)
  for (const [i, { candidate, oid }] of jobs.entries()) {
    const digest = digests[i]
    if (digest !== undefined) candidate.digests.set(oid, digest)
  }
  return digests[jobs.length]
}

function jobsOf(candidate: Candidate): (RangeJob & { readonly candidate: Candidate })[] {
  if (candidate.coverage.faults.some((fault) => fault !== 'ends-inside-revision')) return []
  const [, a = 0, b = 0, c = 0] = candidate.signature.byteRange ?? []
  const ranges = [[0, a] as const, [b, c] as const]
  return [...new Set(candidate.content.digestOids)].map((oid) => ({ oid, ranges, candidate }))
}
