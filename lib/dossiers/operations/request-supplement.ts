import { z } from 'zod'
import { localDate } from '@/lib/calendar'
import type { DomainError, Result } from '@/lib/kernel'
import { freeText, ok } from '@/lib/kernel'
import type { Change } from '../dossier/change'
import { moved, stepping } from '../dossier/change'
import { paused } from '../dossier/clock'
import type { Dossier, SupplementItem } from '../dossier/dossier'
import { askedItem } from '../dossier/dossier'
import { LONGEST } from '../dossier/longest'
import { supplementGround } from '../dossier/supplement-ground'

/** Everything missing, said once: each item with its reason and how to mend it. */
export const supplementRequestInput = z.object({
  items: z.array(askedItem).min(1).max(60),
  note: freeText({ max: LONGEST.note }),
})
export type SupplementRequestInput = z.infer<typeof supplementRequestInput>

/** The request goes out and, once the dossier was accepted, the clock stands still. A second one counts as overdue. */
export function supplementRequested(
  dossier: Dossier,
  request: { items: SupplementItem[]; note: string },
  made: { id: string; by: string; dueAt: Date },
  now: Date,
): Result<Change, DomainError> {
  return stepping(dossier, 'requestSupplement', (to) => {
    const { set, clock } = paused(dossier, now, supplementGround(localDate(now)))
    return ok({
      type: 'dossier.supplementRequested',
      data: { supplementId: made.id, items: request.items.map(({ target, ref, reason }) => ({ target, ref, reason })) },
      set: { ...moved(to, now), ...set, supplementCount: dossier.supplementCount + 1 },
      openSupplement: {
        id: made.id,
        dossierId: dossier.id,
        items: request.items,
        note: request.note,
        requestedBy: made.by,
        requestedAt: now,
        dueAt: made.dueAt,
        answeredAt: null,
        closedAt: null,
        answers: null,
      },
      ...(clock === undefined ? {} : { clock }),
    })
  })
}
