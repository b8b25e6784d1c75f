import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { openPdf, PdfFault } from '@/lib/pdf'
import type { ByteSource, Pdf } from '@/lib/pdf'
import { DATED_ALGORITHMS } from '@/lib/trust'
import type { AlgorithmPolicy, Anchor, Engine } from '@/lib/trust'
import { changesAfter } from './changes/compare'
import { readContent } from './cms-judge'
import { judgeCoverage } from './coverage'
import { EMPTY_STORE, readSecurityStore } from './dss'
import type { SecurityStore } from './dss'
import { carriedEvidence, parseEvidence } from './evidence'
import { digestRanges } from './hashing'
import type { HashEngine, RangeJob } from './hashing'
import { judgeAll } from './judge'
import type { Candidate } from './judge'
import { findNotSigned } from './not-signed'
import type { ValidationReport } from './report'
import { signaturesOf } from './signature-field'

/** What validation needs: the bytes, the time of judging, whom to trust, machinery, and evidence fetched elsewhere. */
export type ValidationInput = {
  readonly source: ByteSource
  readonly at: Date
  /** Anchors of any number of named sets; with none, integrity, coverage and changes are judged all the same. */
  readonly anchors: readonly Anchor[]
  readonly engine: Engine
  readonly hashes: HashEngine
  readonly algorithms?: AlgorithmPolicy
  readonly evidence?: SecurityStore
}

/**
 * Validates every signature and document timestamp of a PDF (EN 319 102-1, EN 319 142-1). The file is read at random
 * for its structure and once from beginning to end for all digests. Errors: what `openPdf` refuses.
 */
export async function validatePdf(input: ValidationInput): Promise<Result<ValidationReport, PdfFault>> {
  const opened = await openPdf(input.source)
  if (!opened.ok) return opened
  try {
    return ok(await validateOpened(opened.value, input))
  } catch (error) {
    if (error instanceof PdfFault) return err(error)
    throw error
  }
}

async function validateOpened(pdf: Pdf, input: ValidationInput): Promise<ValidationReport> {
  const { signed, unsigned } = await signaturesOf(pdf, pdf.last)
  const candidates: Candidate[] = []
  for (const signature of signed) {
    const coverage = await judgeCoverage(pdf, signature)
    candidates.push({ signature, coverage, content: await readContent(pdf, pdf.last, signature), digests: new Map() })
  }
  await digestCandidates(input, candidates)
  const store = await readSecurityStore(pdf, pdf.last)
  const evidence = parseEvidence([
    store,
    ...candidates.map(({ content }) => carriedEvidence(content)),
    input.evidence ?? EMPTY_STORE,
  ])
  const first = Math.min(...candidates.map(({ coverage }) => coverage.revision?.index ?? Infinity))
  const changes = Number.isFinite(first) ? await changesAfter(pdf, first) : []
  const trust = { ...input, algorithms: input.algorithms ?? DATED_ALGORITHMS }
  return {
    size: pdf.source.size,
    revisions: pdf.revisions.length,
    encrypted: pdf.decryptor !== undefined,
    signatures: await judgeAll(pdf, candidates, { evidence, store, changes, trust }),
    notSigned: await findNotSigned(pdf, unsigned),
    anomalies: pdf.anomalies,
  }
}

/** Only well-formed ranges are digested: anything else cannot be intact. */
async function digestCandidates({ source, hashes }: ValidationInput, candidates: readonly Candidate[]): Promise<void> {
  const jobs = candidates.flatMap(jobsOf)
  const digests = await digestRanges(source, jobs, hashes)
  for (const [i, { candidate, oid }] of jobs.entries()) {
    const digest = digests[i]
    if (digest !== undefined) candidate.digests.set(oid, digest)
  }
}

function jobsOf(candidate: Candidate): (RangeJob & { readonly candidate: Candidate })[] {
  if (candidate.coverage.faults.some((fault) => fault !== 'ends-inside-revision')) return []
  const [, a = 0, b = 0, c = 0] = candidate.signature.byteRange ?? []
  const ranges = [[0, a] as const, [b, c] as const]
  return [...new Set(candidate.content.digestOids)].map((oid) => ({ oid, ranges, candidate }))
}
