import 'server-only'
import { nodeEngine, nodeHashes } from '@/lib/pades/server'
import type { ByteSource } from '@/lib/pdf'
import type { Ctx } from '@/lib/ports'
import { anchorsAt } from './anchor-repository'
import { judgeInRounds } from './judge-rounds'
import type { VerificationReport } from './report'
import { askAbout } from './revocation'

/** Judges every signature of a PDF by the roots trusted at `at`. */
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
  const judging = { source, at, anchors, engine: nodeEngine, hashes: nodeHashes }
  const { report } = await judgeInRounds(judging, (questions) => askAbout(questions, asking))
  return report
}
