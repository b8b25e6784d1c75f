import 'server-only'
import { validatePdf } from '@/lib/pades'
import type { SecurityStore, ValidationReport } from '@/lib/pades'
import { nodeEngine, nodeHashes } from '@/lib/pades/server'
import type { ByteSource } from '@/lib/pdf'
import type { Ctx } from '@/lib/ports'
import type { Anchor } from '@/lib/trust'
import { anchorsAt } from './anchor-repository'
import { openQuestions } from './open-questions'
import { askAbout } from './revocation'

/** Responders first; lists for what is still open; then the last word. */
const ROUNDS = 3

/** All that judging a file needs beside it, and what it says with that. */
export type Judged = { report: ValidationReport; anchors: Anchor[]; evidence: SecurityStore; at: Date }

/** Gathers what certification authorities say about every certificate behind a file of ours, to be kept in it. */
export async function gatherEvidence(ctx: Ctx, source: ByteSource, since: Date): Promise<Judged> {
  const anchors = await anchorsAt(ctx.db, since)
  const asking = {
    fetcher: ctx.ports.revocation,
    engine: nodeEngine,
    nonce: () => ctx.random(16),
    asked: new Set<string>(),
  }
  let [at, evidence]: [Date, SecurityStore] = [since, { certificates: [], ocsps: [], crls: [] }]
  for (let round = 1; ; round++) {
    const result = await validatePdf({ source, at, anchors, evidence, engine: nodeEngine, hashes: nodeHashes })
    if (!result.ok) throw new Error(`a paper of ours cannot be read: ${result.error.message}`)
    const questions = round < ROUNDS ? openQuestions(result.value, anchors) : []
    const { store, receivedAt } = await askAbout(questions, asking)
    if (receivedAt === null) return { report: result.value, anchors, evidence, at }
    if (receivedAt > at) at = receivedAt
    evidence = {
      certificates: [],
      ocsps: [...evidence.ocsps, ...store.ocsps],
      crls: [...evidence.crls, ...store.crls],
    }
  }
}
