import type { Calendar } from '@/lib/calendar'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Change } from './change'
import { moved, stepping } from './change'
import { resumed } from './clock'
import type { Dossier, SupplementRequest } from './dossier'
import { SUPPLEMENT_GROUND } from './request-supplement'

export type Supplement = { answers: Record<string, unknown>; changed: string[] }

/** What was asked for arrived: the answers merge into the dossier and the clock runs again. */
export function supplemented(
  dossier: Dossier,
  open: SupplementRequest | null,
  { answers, changed }: Supplement,
  when: { now: Date; calendar: Calendar; intakeDueAt: Date },
): Result<Change, DomainError> {
  if (open === null) return err({ code: 'illegal-step', detail: { state: dossier.state, command: 'supplement' } })
  return stepping(dossier, 'supplement', (to) => {
    const { set, clock } = resumed(dossier, when.now, when.calendar, SUPPLEMENT_GROUND)
    const intake = to === 'submitted' ? { intakeDueAt: when.intakeDueAt } : {}
    return ok({
      type: 'dossier.supplemented',
      data: { supplementId: open.id, changed },
      set: { ...moved(to, when.now), ...set, ...intake, answers, heldSince: when.now },
      endSupplement: 'answered',
      ...(clock === undefined ? {} : { clock }),
    })
  })
}
