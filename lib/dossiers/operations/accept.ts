import type { Calendar, DeadlinePolicy } from '@/lib/calendar'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Change } from '../dossier/change'
import { moved, stepping } from '../dossier/change'
import { started } from '../dossier/clock'
import type { Dossier } from '../dossier/dossier'
import { UNIT_ISSUES } from '../dossier/issue-words'

export type Acceptance = {
  dossierCode: string
  policy: DeadlinePolicy
  calendar: Calendar
  legalGround: string
  /** Where it goes next, as the desk chose or the procedure says; null where neither did. */
  unitId: string | null
  /** Units of the agency in which somebody works on dossiers. */
  staffedUnits: readonly string[]
}

/** The desk accepts (form 01): here the dossier gets its code and its due date, with the reasons for that date. */
export function accepted(dossier: Dossier, acceptance: Acceptance, now: Date): Result<Change, DomainError> {
  const { unitId, staffedUnits } = acceptance
  if (unitId === null || !staffedUnits.includes(unitId)) return err(unitRefused(reasonFor(acceptance)))
  return stepping(dossier, 'accept', (to) => {
    const { deadline, clock } = started(acceptance.policy, now, acceptance.calendar, acceptance.legalGround)
    return ok({
      type: 'dossier.accepted',
      data: { dossierCode: acceptance.dossierCode, dueAt: deadline.currentDueAt.toISOString() },
      set: {
        ...moved(to, now),
        dossierCode: acceptance.dossierCode,
        unitId,
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

function reasonFor({ unitId, staffedUnits }: Acceptance): keyof typeof UNIT_ISSUES {
  if (staffedUnits.length === 0) return 'nobodyAtAll'
  return unitId === null ? 'choose' : 'nobodyThere'
}

const unitRefused = (code: keyof typeof UNIT_ISSUES): DomainError => ({
  code: 'invalid-input',
  issues: [{ path: 'unitId', code, words: UNIT_ISSUES[code] }],
})
