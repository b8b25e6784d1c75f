import 'server-only'
import { nodeEngine } from '@/lib/pades/server'
import type { Ctx } from '@/lib/ports'
import { fetchedIssuers, knownIssuers } from './issuers'
import { fetchRevocation } from './revocation'
import type { Authorities } from '../judging/rounds'

type Reach = Pick<Ctx, 'db' | 'now' | 'ports' | 'random'>

/** The certification authorities as they are asked on behalf of one judgement. */
export function authoritiesOf(ctx: Reach, { mayFetch }: { mayFetch: boolean }): Authorities {
  const asking = {
    fetcher: ctx.ports.revocation,
    engine: nodeEngine,
    nonce: () => ctx.random(16),
    askedKeys: new Set<string>(),
  }
  return {
    ask: (questions) => fetchRevocation(questions, asking),
    issuersOf: async (missing) =>
      mayFetch ? fetchedIssuers(ctx, missing) : (await knownIssuers(ctx, missing)).certificates,
  }
}
