import type { Calendar, DeadlinePolicy } from '@/lib/calendar'
import type { DomainError, Result } from '@/lib/kernel'
import { ok } from '@/lib/kernel'
import type { Change } from './change'
import { moved, stepping } from './change'
import { started } from './clock'
import type { Dossier } from './dossier'

export type Acceptance = {
  dossierCode: string
  policy: DeadlinePolicy
  calendar: Calendar
  legalGround: string
  /** Where it goes next; null keeps it with the agency until somebody assigns it. */
  unitId: string | null
}

/** The desk accepts (form 01): here the dossier gets its code and its due date, with the reasons for that date. */
export function accepted(dossier: Dossier, acceptance: Acceptance, now: Date): Result<Change, DomainError> {
  return stepping(dossier, 'accept', (to) => {
    const { deadline, clock } = started(acceptance.policy, now, acceptance.calendar, acceptance.legalGround)
    return ok({
      type: 'dossier.accepted',
      data: { dossierCode: acceptance.dossierCode, dueAt: deadline.currentDueAt.toISOString() },
      set: {
        ...moved(to, now),
        dossierCode: acceptance.dossierCode,
        unitId: acceptance.unitId,
        acceptedAt: now,
        originalDueAt: deadline.originalDueAt,
        dueAt: deadline.currentDueAt,
        deadline,
        heldSince: now,
      },
      clock,
    })
  })
}
