import 'server-only'
import { validatePdf } from '@/lib/pades'
import type { SecurityStore, ValidationReport } from '@/lib/pades'
import { nodeEngine, nodeHashes } from '@/lib/pades/server'
import type { ByteSource } from '@/lib/pdf'
import type { Ctx } from '@/lib/ports'
import type { Anchor } from '@/lib/trust'
import { anchorsAt } from '../trust-store/repository'
import { authoritiesOf } from '../authorities/authorities'
import { pathOutcomesIn } from '../judging/open-questions'
import { judgeWithAnswers } from '../judging/rounds'
import type { JudgingState } from '../judging/rounds'

/** All that judging a file needs beside it, and what it says with that. */
export type Judged = { report: ValidationReport; anchors: Anchor[]; evidence: SecurityStore; at: Date }

/** Gathers what certification authorities say about every certificate behind a file of ours, to be kept in it. */
export async function gatherEvidence(ctx: Ctx, source: ByteSource, since: Date): Promise<Judged> {
  const anchors = await anchorsAt(ctx.db, since)
  const judge = async ({ at, hasAskedAuthorities, evidence }: JudgingState) => {
    const judging = { source, at, hasAskedAuthorities, anchors, evidence, engine: nodeEngine, hashes: nodeHashes }
    const result = await validatePdf(judging)
    if (!result.ok) throw new Error(`a paper of ours cannot be read: ${result.error.message}`)
    return { value: result.value, outcomes: pathOutcomesIn(result.value) }
  }
  const { value, at, evidence } = await judgeWithAnswers(
    judge,
    { at: since, anchors },
    authoritiesOf(ctx, { mayFetch: true }),
  )
  return { report: value, anchors, evidence, at }
}
