import 'server-only'
import { archivePdf } from '@/lib/pades'
import { nodeEngine, nodeHashes } from '@/lib/pades/server'
import { bytesSource } from '@/lib/pdf'
import type { Ctx } from '@/lib/ports'
import { concatBytes } from '@/lib/trust'
import { expectDone, timestampEnd } from './seal'
import { gatherEvidence } from './evidence'
import { timestampAuthorityForJob } from '../authorities/timestamp-authority'

export type Renewed = { bytes: Uint8Array; level: 'B-LTA'; timestampEndsAt: Date }

/**
 * Appends what is known of every certificate in the file and a document timestamp over all of it: B-LTA the first time, its
 * renewal every time after. Refused, by throwing, while any signature in the file would not pass.
 */
export async function renewProof(ctx: Ctx, bytes: Uint8Array): Promise<Renewed> {
  const machinery = { engine: nodeEngine, hashes: nodeHashes }
  const clock = timestampAuthorityForJob(ctx)
  const { anchors, evidence, at } = await gatherEvidence(ctx, bytesSource(bytes), ctx.now)
  const input = { source: bytesSource(bytes), anchors, evidence, at, unique: ctx.random(16), ...machinery }
  const { appendix } = expectDone(await archivePdf(input, clock.authority, machinery))
  const renewed = concatBytes([bytes, appendix])
  const { report } = await gatherEvidence(ctx, bytesSource(renewed), clock.latest())
  const failed = report.signatures.find(({ verdict }) => verdict.indication !== 'TOTAL_PASSED')
  if (failed !== undefined) throw new Error(`${failed.field} would not pass after renewal: ${failed.verdict.because}`)
  return { bytes: renewed, level: 'B-LTA', timestampEndsAt: timestampEnd(report) }
}
