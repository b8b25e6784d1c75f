import { ok } from '@/lib/kernel'
import { moved } from '../dossier/change'
import { either, handler, supervisor } from '../dossier/rights'
import type { Operation } from './operation'
import { parsed } from './parsed'
import type { Withdrawal } from './withdraw'
import { withdrawal } from './withdraw'

/** The agency goes on with it, giving its reason; whoever held it holds it still, or the one who decided. */
export const refuseWithdrawal = {
  by: 'officer',
  moves: [['withdrawal_requested', 'in_review']],
  right: either(handler, supervisor),
  words: { vi: 'Không đồng ý cho rút', en: 'Refuse withdrawal' },
  page: 'khong-cho-rut',
  needsPeople: false,
  hindrance: null,
  read: parsed(withdrawal),
  decide: (dossier, { reason }, _facts, { to, by, now }) =>
    ok({
      event: { type: 'dossier.withdrawalRefused', data: {} },
      set: { ...moved(to, now), ...(dossier.assigneeId === null ? { assigneeId: by, heldSince: now } : {}) },
      reason: { reason },
    }),
  events: {
    'dossier.withdrawalRefused': {
      words: { vi: 'Không đồng ý cho rút', en: 'Withdrawal refused' },
      reasonFor: 'everybody',
      paper: null,
      notice: {
        applicant: {
          title: { vi: 'Hồ sơ {code} tiếp tục được xử lý', en: 'Dossier {code} goes on' },
          body: {
            vi: 'Yêu cầu rút hồ sơ “{procedure}” không được chấp nhận; lý do có trong lịch sử hồ sơ.',
            en: 'The withdrawal of “{procedure}” was not accepted; the reason is in the dossier’s history.',
          },
        },
      },
    },
  },
} as const satisfies Operation<Withdrawal, null>
