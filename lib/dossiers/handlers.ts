import 'server-only'
import { z } from 'zod'
import type { ClockJob } from '@/lib/ledger/server'
import { handlerOf, jobsOf } from '@/lib/ledger/server'
import type { Schedule } from '@/lib/ports'
import type { DossierEvent } from './dossier/events'
import { DOSSIER_EVENTS } from './dossier/events'
import { fillNumbers, NUMBER_JOBS } from './dossier/fill-numbers'
import type { PaperKind } from './papers/paper-kinds'
import { issuePaper } from './papers/issue-paper'
import { renewDuePapers } from './papers/renew-papers'
import { find } from './dossier/repository'
import { EVENT_FACTS, PAPER_EVENTS } from './operations/operations'

/** Makes the official paper an event calls for; an end before acceptance needs none. */
export const issuePapers = handlerOf(DOSSIER_EVENTS, {
  task: 'dossiers.issuePaper',
  on: PAPER_EVENTS,
  async run(ctx, event) {
    const dossier = await find(ctx, event.subjectId)
    const kind = EVENT_FACTS[event.type].paper
    if (dossier === null || kind === null) return
    if (kind === 'terminationNotice' && dossier.acceptedAt === null) return
    await issuePaper(ctx, dossier, kind, occasionOf(kind, event))
  },
})

export const HANDLERS = [issuePapers]

const DOSSIER_JOBS = { 'signing.renew': z.object({}), ...NUMBER_JOBS }
export const JOBS = jobsOf(DOSSIER_JOBS, {
  // Every night: proofs of issued papers that last longer than the certificates behind them.
  'signing.renew': renewDuePapers,
  // Once, from the migration that finds dossiers older than the search by number.
  'dossiers.fillNumbers': fillNumbers,
})
export const SCHEDULE = [{ task: 'signing.renew', at: '41 18 * * *' }] as const satisfies Schedule<
  ClockJob<typeof DOSSIER_JOBS>
>

/** A paper is made once for each occasion: for each request, and for everything else once. */
function occasionOf(kind: PaperKind, event: DossierEvent): string {
  return event.type === 'dossier.supplementRequested' ? event.data.supplementId : kind
}
