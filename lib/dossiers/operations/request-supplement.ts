import { z } from 'zod'
import { localDate } from '@/lib/calendar'
import { freeText, ok } from '@/lib/kernel'
import { moved } from '../dossier/change'
import { paused } from '../dossier/clock'
import { supplementItemInput } from '../dossier/dossier'
import { LONGEST } from '../dossier/longest'
import { mayAskForMore } from '../dossier/rights'
import { supplementGround } from '../dossier/supplement-ground'
import type { Askable } from './askable'
import { namedItems } from './askable'
import type { Operation } from './operation'
import { parsed } from './parsed'

/** Everything missing, said once: each item with its reason and how to mend it. */
const request = z.object({
  items: z.array(supplementItemInput).min(1).max(60),
  note: freeText({ max: LONGEST.note }),
})
export type SupplementRequestInput = z.infer<typeof request>

/** Only ticked items count; the form lists every field and document. */
const listed = z.looseObject({ items: z.array(z.unknown()).catch([]) })
const tickedItems = z.preprocess((sent) => {
  const form = listed.parse(sent)
  const isTicked = (item: unknown) => typeof item === 'object' && item !== null && 'on' in item
  return { ...form, items: form.items.filter(isTicked) }
}, request)

export type RequestSupplementFacts = {
  /** The id the request gets. */
  id: string
  askable: readonly Askable[]
  dueAt: Date
}

/** The request goes out and, once the dossier was accepted, the clock stands still. A second one counts as overdue. */
export const requestSupplement = {
  by: 'officer',
  moves: [
    ['submitted', 'incomplete'],
    ['in_review', 'awaiting_supplement'],
  ],
  right: mayAskForMore,
  words: { vi: 'Yêu cầu bổ sung', en: 'Request supplement' },
  page: 'bo-sung',
  needsPeople: false,
  hindrance: null,
  read: parsed(tickedItems),
  decide: (dossier, { items, note }, { id, askable, dueAt }, { to, by, now }) => {
    const named = namedItems(items, askable)
    if (!named.ok) return named
    const { set, clock } = paused(dossier, now, supplementGround(localDate(now)))
    const request = { requestedBy: by, requestedAt: now, dueAt, answeredAt: null, closedAt: null, answers: null }
    return ok({
      event: {
        type: 'dossier.supplementRequested',
        data: { supplementId: id, items: named.value.map(({ target, ref, reason }) => ({ target, ref, reason })) },
      },
      set: { ...moved(to, now), ...set, supplementCount: dossier.supplementCount + 1 },
      openSupplement: { id, dossierId: dossier.id, items: named.value, note, ...request },
      ...(clock === undefined ? {} : { clock }),
    })
  },
  events: {
    'dossier.supplementRequested': {
      words: { vi: 'Yêu cầu bổ sung', en: 'Supplement requested' },
      reasonFor: null,
      paper: 'supplementRequest',
      notice: {
        applicant: {
          title: { vi: 'Cần bổ sung hồ sơ {code}', en: 'Dossier {code} needs a supplement' },
          body: {
            vi: 'Hồ sơ “{procedure}” cần bổ sung một số nội dung. Hãy mở hồ sơ để xem từng mục, lý do và cách sửa; bổ sung trước {supplementDue}.',
            en: 'Your dossier “{procedure}” needs some additions. Open it to see each item, the reason and how to mend it; answer by {supplementDue}.',
          },
        },
      },
    },
  },
} as const satisfies Operation<SupplementRequestInput, RequestSupplementFacts>
