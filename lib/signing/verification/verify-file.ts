import 'server-only'
import { nodeEngine, nodeHashes } from '@/lib/pades/server'
import type { ByteSource } from '@/lib/pdf'
import type { Ctx } from '@/lib/ports'
import { anchorsAt } from '../trust-store/repository'
import { authoritiesOf } from '../authorities/authorities'
import { judgeInRounds } from '../judging/judge-file'
import type { VerificationReport } from '../report/report'

type How = {
  at: Date
  /** Whether missing issuers are fetched now, as jobs do; otherwise a job is asked to, and only those fetched before are known. */
  mayFetch?: boolean
}

/** Judges every signature of a PDF by the roots trusted at `at`. */
export async function verifyFile(
  ctx: Pick<Ctx, 'db' | 'now' | 'ports' | 'random'>,
  source: ByteSource,
  { at, mayFetch = false }: How,
): Promise<VerificationReport> {
  const anchors = await anchorsAt(ctx.db, at)
  const judging = { source, at, anchors, engine: nodeEngine, hashes: nodeHashes }
  const { report } = await judgeInRounds(judging, authoritiesOf(ctx, { mayFetch }))
  return report
}
