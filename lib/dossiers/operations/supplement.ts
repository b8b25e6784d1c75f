import { z } from 'zod'
import type { Calendar } from '@/lib/calendar'
import { localDate } from '@/lib/calendar'
import { err, ok } from '@/lib/kernel'
import { moved } from '../dossier/change'
import { resumed } from '../dossier/clock'
import type { SupplementAnswers, SupplementRequest } from '../dossier/dossier'
import { isApplicant } from '../dossier/rights'
import { supplementGround } from '../dossier/supplement-ground'
import type { Operation } from './operation'
import { parsed } from './parsed'

export type SupplementFacts = {
  /** The request it answers. */
  open: SupplementRequest | null
  /** The dossier's answers as they are from now on, and what was answered to each item. */
  answers: Record<string, unknown>
  replies: SupplementAnswers
  calendar: Calendar
  intakeDueAt: Date
}

/** What was touched, by its names alone. */
function namesIn({ items, before, after }: SupplementAnswers) {
  const sent = items.filter(({ added }) => added.length > 0).map(({ ref }) => ref)
  const explained = items.filter(({ explanation }) => explanation !== null).map(({ ref }) => ref)
  return { changed: [...new Set([...Object.keys(before), ...Object.keys(after)]), ...sent], explained }
}

/** What was asked for arrived, or why it cannot: the answers go into the dossier and the clock runs again. */
export const supplement = {
  by: 'applicant',
  moves: [
    ['incomplete', 'submitted'],
    ['awaiting_supplement', 'in_review'],
  ],
  right: isApplicant,
  words: { vi: 'Bổ sung hồ sơ', en: 'Supplement' },
  page: null,
  needsPeople: false,
  hindrance: (_, { isClosed }) => (isClosed ? { code: 'filed-by-a-person' } : null),
  read: parsed(z.object({})),
  decide: (dossier, _, { open, answers, replies, calendar, intakeDueAt }, { to, now }) => {
    if (open === null) return err({ code: 'illegal-step', detail: { state: dossier.state, command: 'supplement' } })
    const { set, clock } = resumed(dossier, now, calendar, supplementGround(localDate(now)))
    const intake = to === 'submitted' ? { intakeDueAt } : {}
    return ok({
      event: { type: 'dossier.supplemented', data: { supplementId: open.id, ...namesIn(replies) } },
      set: { ...moved(to, now), ...set, ...intake, answers, heldSince: now },
      endSupplement: replies,
      ...(clock === undefined ? {} : { clock }),
    })
  },
  events: {
    'dossier.supplemented': {
      words: { vi: 'Đã bổ sung', en: 'Supplemented' },
      reasonFor: null,
      paper: null,
      notice: {
        applicant: {
          title: { vi: 'Đã nhận bổ sung hồ sơ {code}', en: 'Supplement of {code} received' },
          body: {
            vi: 'Phần bổ sung đã tới cơ quan xử lý. Ngày hẹn trả kết quả: {due}.',
            en: 'Your supplement has arrived. The result is due {due}.',
          },
        },
        assignee: {
          title: { vi: 'Hồ sơ {code} đã bổ sung', en: 'Dossier {code} was supplemented' },
          body: {
            vi: 'Người nộp đã bổ sung “{procedure}”, hạn mới {due}.',
            en: 'The applicant supplemented “{procedure}”, now due {due}.',
          },
        },
      },
    },
  },
} as const satisfies Operation<object, SupplementFacts>
