import 'server-only'
import { judgeChain, parseEvidence } from '@/lib/pades'
import type { Verdict } from '@/lib/pades'
import { nodeEngine } from '@/lib/pades/server'
import type { Ctx } from '@/lib/ports'
import { DATED_ALGORITHMS } from '@/lib/trust'
import type { Certificate } from '@/lib/trust'
import { anchorsAt } from '../trust-store/repository'
import { authoritiesOf } from '../authorities/authorities'
import { judgeWithAnswers } from '../judging/rounds'

/** Whether a certificate may be relied upon for signing at this moment, judged as the signature on a document would be. */
export async function judgeCertificate(
  ctx: Ctx,
  leaf: Certificate,
  intermediates: readonly Uint8Array[],
): Promise<Verdict> {
  const anchors = await anchorsAt(ctx.db, ctx.now)
  const { value } = await judgeWithAnswers(
    async ({ at, hasAskedAuthorities, evidence }) => {
      const question = { leaf, provenBy: at, claimed: undefined, purpose: 'signing' } as const
      const store = parseEvidence([evidence, { certificates: intermediates, ocsps: [], crls: [] }])
      const trust = { at, anchors, hasAskedAuthorities, engine: nodeEngine, algorithms: DATED_ALGORITHMS }
      const { verdict, path, missing } = await judgeChain(question, store, trust)
      return { value: verdict, outcomes: [{ because: verdict.because, path, missing }] }
    },
    { at: ctx.now, anchors },
    authoritiesOf(ctx, { mayFetch: false }),
  )
  return value
}
