import 'server-only'
import { z } from 'zod'
import type { Ctx, Handler, Happening, Job, Jobs, Schedule } from '@/lib/ports'
import type { EventType } from './change'
import { FILL_NUMBERS, fillNumbers } from './fill-numbers'
import type { PaperKind } from './issue-paper'
import { issuePaper } from './issue-paper'
import { renewDuePapers } from './renew-papers'
import { find } from './repository'

/** Which paper each event calls for; an end before acceptance needs none. */
const PAPER_OF = {
  'dossier.submitted': 'acknowledgement',
  'dossier.accepted': 'receipt',
  'dossier.supplementRequested': 'supplementRequest',
  'dossier.intakeRejected': 'refusal',
  'dossier.withdrawn': 'terminationNotice',
  'dossier.closedUnanswered': 'terminationNotice',
  'dossier.approved': 'result',
} as const satisfies Partial<Record<EventType, PaperKind>>

const isPaperEvent = (type: string): type is keyof typeof PAPER_OF => Object.hasOwn(PAPER_OF, type)

/** Makes the official paper an event calls for. */
export const issuePapers: Handler = {
  task: 'dossiers.issuePaper',
  on: Object.keys(PAPER_OF),
  async run(ctx: Ctx, happening: Happening) {
    const dossier = await find(ctx.db, ctx.actor, happening.subject.id)
    if (dossier === null || !isPaperEvent(happening.type)) return
    const kind = PAPER_OF[happening.type]
    if (kind === 'terminationNotice' && dossier.acceptedAt === null) return
    await issuePaper(ctx, dossier, kind, occasionOf(kind, happening))
  },
}

/** Every night: proofs of issued papers that last longer than the certificates behind them. */
export const renewPapers: Job = { task: 'signing.renew', run: renewDuePapers }

export const HANDLERS = [issuePapers]
export const JOBS = {
  'signing.renew': renewPapers.run,
  // Once, from the migration that finds dossiers older than the search by number.
  [FILL_NUMBERS]: fillNumbers,
} satisfies Jobs
export const SCHEDULE = [{ task: 'signing.renew', at: '41 18 * * *' }] as const satisfies Schedule<keyof typeof JOBS>

function occasionOf(kind: PaperKind, happening: Happening): string {
  return kind === 'supplementRequest' ? z.uuid().parse(happening.data['supplementId']) : kind
}
