import type { Calendar } from '@/lib/calendar'
import { localDate } from '@/lib/calendar'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Change } from '../dossier/change'
import { moved, stepping } from '../dossier/change'
import { resumed } from '../dossier/clock'
import type { Dossier, SupplementAnswers, SupplementRequest } from '../dossier/dossier'
import { supplementGround } from '../dossier/supplement-ground'

/** The dossier's answers as they are from now on, and what was said to each item. */
export type Supplement = { answers: Record<string, unknown>; said: SupplementAnswers }

/** What was asked for arrived, or why it cannot: the answers go into the dossier and the clock runs again. */
export function supplemented(
  dossier: Dossier,
  open: SupplementRequest | null,
  { answers, said }: Supplement,
  when: { now: Date; calendar: Calendar; intakeDueAt: Date },
): Result<Change, DomainError> {
  if (open === null) return err({ code: 'illegal-step', detail: { state: dossier.state, command: 'supplement' } })
  return stepping(dossier, 'supplement', (to) => {
    const { set, clock } = resumed(dossier, when.now, when.calendar, supplementGround(localDate(when.now)))
    const intake = to === 'submitted' ? { intakeDueAt: when.intakeDueAt } : {}
    return ok({
      type: 'dossier.supplemented',
      data: { supplementId: open.id, ...namesIn(said) },
      set: { ...moved(to, when.now), ...set, ...intake, answers, heldSince: when.now },
      endSupplement: said,
      ...(clock === undefined ? {} : { clock }),
    })
  })
}

/** What was touched, by its names alone. */
function namesIn({ items, before, after }: SupplementAnswers) {
  const sent = items.filter(({ added }) => added.length > 0).map(({ ref }) => ref)
  const explained = items.filter(({ explanation }) => explanation !== null).map(({ ref }) => ref)
  return { changed: [...new Set([...Object.keys(before), ...Object.keys(after)]), ...sent], explained }
}
