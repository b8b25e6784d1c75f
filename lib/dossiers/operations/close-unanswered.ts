import { z } from 'zod'
import { err, ok } from '@/lib/kernel'
import { moved } from '../dossier/change'
import type { SupplementRequest } from '../dossier/dossier'
import { desk, either, handler, supervisor } from '../dossier/rights'
import type { Operation } from './operation'
import { parsed } from './parsed'

const NOT_SUPPLEMENTED = {
  ground: 'Quá thời hạn bổ sung hồ sơ',
  reason: 'Người nộp không bổ sung, hoàn thiện hồ sơ trong thời hạn đã thông báo.',
  guidance: 'Có thể nộp lại hồ sơ mới bất cứ lúc nào; giấy tờ đã nộp vẫn xem được trong hồ sơ này.',
}

export type CloseUnansweredFacts = { open: SupplementRequest | null }

/** The applicant let the supplement’s term pass: processing stops, with the reason on paper. */
export const closeUnanswered = {
  by: 'officer',
  moves: [
    ['incomplete', 'terminated'],
    ['awaiting_supplement', 'terminated'],
  ],
  right: either(handler, desk, supervisor),
  words: { vi: 'Dừng vì quá hạn bổ sung', en: 'Close, supplement term passed' },
  page: null,
  needsPeople: false,
  hindrance: (_, { openRequest, now }) =>
    openRequest === null || openRequest.dueAt >= now ? { code: 'supplement-term-running' } : null,
  read: parsed(z.object({})),
  decide: (_, _input, { open }, { to, now }) => {
    if (open === null || open.dueAt >= now) return err({ code: 'supplement-term-running' })
    return ok({
      event: { type: 'dossier.closedUnanswered', data: { supplementId: open.id } },
      set: { ...moved(to, now), closing: NOT_SUPPLEMENTED },
      reason: NOT_SUPPLEMENTED,
      endSupplement: 'closed',
    })
  },
  events: {
    'dossier.closedUnanswered': {
      words: { vi: 'Dừng vì quá hạn bổ sung', en: 'Closed, supplement term passed' },
      reasonFor: 'everybody',
      paper: 'terminationNotice',
      notice: {
        applicant: {
          title: { vi: 'Hồ sơ {code} đã dừng xử lý', en: 'Dossier {code} was closed' },
          body: {
            vi: 'Đã quá thời hạn bổ sung nên hồ sơ “{procedure}” dừng xử lý. Bạn có thể nộp hồ sơ mới bất cứ lúc nào.',
            en: 'The supplement term has passed, so “{procedure}” was closed. You can file anew at any time.',
          },
        },
      },
    },
  },
} as const satisfies Operation<object, CloseUnansweredFacts>
