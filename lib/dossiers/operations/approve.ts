import { z } from 'zod'
import { err, ok } from '@/lib/kernel'
import { moved } from '../dossier/change'
import type { DossierResult } from '../dossier/dossier'
import { leader } from '../dossier/rights'
import type { Operation } from './operation'
import { parsed } from './parsed'
import { withoutResult } from './without-result'

export type ApproveFacts = {
  result: DossierResult | null
  /** With the agency's code before it. */
  number: string
}

/** The leader approves: the result gets its number and the clock stops; on time or late is judged here. */
export const approve = {
  by: 'officer',
  moves: [['awaiting_approval', 'completed']],
  right: leader,
  words: { vi: 'Duyệt', en: 'Approve' },
  page: null,
  needsPeople: false,
  hindrance: withoutResult,
  read: parsed(z.object({})),
  decide: (dossier, _, { result, number }, { to, by, now }) => {
    if (result === null) return err({ code: 'result-missing' })
    return ok({
      event: { type: 'dossier.approved', data: { outcome: result.outcome, number, approvedBy: by } },
      set: { ...moved(to, now), completedAt: now, heldSince: now },
      result: { ...result, number, approvedBy: by, approvedAt: now },
      clock: {
        kind: 'stopped',
        dueAt: dossier.dueAt,
        explanation: [{ vi: 'Đã xử lý xong: dừng tính thời hạn.', en: 'Processing is complete: the clock stops.' }],
        legalGround: '',
      },
    })
  },
  events: {
    'dossier.approved': {
      words: { vi: 'Đã duyệt kết quả', en: 'Result approved' },
      reasonFor: null,
      paper: 'result',
      notice: {
        applicant: {
          title: { vi: 'Hồ sơ {code} đã có kết quả', en: 'Dossier {code} has a result' },
          body: {
            vi: 'Hồ sơ “{procedure}” đã xử lý xong và đang được trả.',
            en: 'Your dossier “{procedure}” is decided and on its way back.',
          },
        },
        assignee: {
          title: { vi: 'Đã duyệt kết quả hồ sơ {code}', en: 'The result of {code} was approved' },
          body: { vi: 'Kết quả “{procedure}” đã được duyệt.', en: 'The result of “{procedure}” was approved.' },
        },
        desk: {
          title: { vi: 'Chờ trả kết quả: hồ sơ {code}', en: 'To be returned: dossier {code}' },
          body: {
            vi: 'Kết quả “{procedure}” đã duyệt, chờ trả cho người nộp.',
            en: 'The result of “{procedure}” is approved and waits to be returned.',
          },
        },
      },
    },
  },
} as const satisfies Operation<object, ApproveFacts>
