import { z } from 'zod'
import type { Ground } from '@/lib/catalogue'
import type { DomainError, Result } from '@/lib/kernel'
import { err, freeText, ok } from '@/lib/kernel'
import type { Change } from '../dossier/change'
import { moved, stepping } from '../dossier/change'
import type { Dossier } from '../dossier/dossier'
import { GROUND_UNKNOWN } from '../dossier/issue-words'
import { LONGEST } from '../dossier/longest'

/** Why the desk may not take it: the ground (a clause or listed condition), the reason, and where to turn instead. */
export const intakeRejection = z.object({
  ground: z.string().trim().min(3).max(300),
  reason: freeText({ min: 10, max: LONGEST.reason }),
  guidance: freeText({ min: 5, max: LONGEST.guidance }),
})
export type IntakeRejection = z.infer<typeof intakeRejection>

/** The desk refuses to take the dossier (form 03) on one of the procedure's grounds; a refusal without ground, reason and guidance does not exist. */
export function intakeRejected(
  dossier: Dossier,
  rejection: IntakeRejection,
  grounds: readonly Pick<Ground, 'words'>[],
  now: Date,
): Result<Change, DomainError> {
  if (!grounds.some(({ words }) => words.vi === rejection.ground))
    return err({ code: 'invalid-input', issues: [{ path: 'ground', code: 'ground-unknown', words: GROUND_UNKNOWN }] })
  return stepping(dossier, 'rejectIntake', (to) =>
    ok({
      type: 'dossier.intakeRejected',
      data: { ground: rejection.ground },
      set: { ...moved(to, now), closing: rejection },
      reason: rejection,
    }),
  )
}
