import 'server-only'
import { validatePdf } from '@/lib/pades'
import type { SecurityStore, ValidationInput, ValidationReport } from '@/lib/pades'
import { nodeEngine, nodeHashes } from '@/lib/pades/server'
import type { PdfFault, ByteSource } from '@/lib/pdf'
import { err } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { Anchor } from '@/lib/trust'
import { anchorsAt } from './anchor-repository'
import { faultReport, reportOf } from './present'
import type { VerificationReport } from './report'
import { askAbout, openQuestions } from './revocation'

/** Responders first; lists for what is still open; then the last word. */
const ROUNDS = 3

/**
 * Judges every signature of a PDF by the roots trusted at `at`, asking certification authorities what the file does not
 * tell. Hostile bytes end in a report that says so; only a source that cannot be read throws.
 */
export async function verifyFile(
  ctx: Pick<Ctx, 'db' | 'ports' | 'random'>,
  source: ByteSource,
  { at }: { at: Date },
): Promise<VerificationReport> {
  const anchors = await anchorsAt(ctx.db, at)
  const asking = {
    fetcher: ctx.ports.revocation,
    engine: nodeEngine,
    nonce: () => ctx.random(16),
    asked: new Set<string>(),
  }
  let evidence: SecurityStore = { certificates: [], ocsps: [], crls: [] }
  let judgedAt = at
  for (let round = 1; ; round++) {
    const judged = await judge({ source, at: judgedAt, anchors, evidence })
    if (!judged.ok) return faultReport(judged.error, source.size, judgedAt)
    const questions = round < ROUNDS ? openQuestions(judged.value, anchors) : []
    const { store, receivedAt } = await askAbout(questions, asking)
    if (receivedAt === null) return reportOf(judged.value, judgedAt)
    // An answer given a moment after the question may not be judged as one from the future.
    if (receivedAt > judgedAt) judgedAt = receivedAt
    evidence = {
      certificates: [],
      ocsps: [...evidence.ocsps, ...store.ocsps],
      crls: [...evidence.crls, ...store.crls],
    }
  }
}

type Judging = { source: ByteSource; at: Date; anchors: readonly Anchor[]; evidence: SecurityStore }

async function judge(judging: Judging): Promise<Result<ValidationReport, PdfFault['code'] | 'not-judged'>> {
  const watched = watch(judging.source)
  const input: ValidationInput = { ...judging, source: watched.source, engine: nodeEngine, hashes: nodeHashes }
  try {
    const result = await validatePdf(input)
    return result.ok ? result : err(result.error.code)
  } catch (error) {
    // What a file's content brings about is an answer about the file; a disk that fails is not.
    if (watched.hasFailed()) throw error
    return err('not-judged')
  }
}

function watch(source: ByteSource): { source: ByteSource; hasFailed: () => boolean } {
  let failed = false
  const noted = <T>(reading: Promise<T>) =>
    reading.catch((error: unknown) => {
      failed = true
      throw error
    })
  const into = source.readInto?.bind(source)
  return {
    source: {
      size: source.size,
      read: (offset, length) => noted(source.read(offset, length)),
      ...(into && { readInto: (offset, target) => noted(into(offset, target)) }),
    },
    hasFailed: () => failed,
  }
}
