import { ok } from '@/lib/kernel'
import { moved } from '../dossier/change'
import { either, handler, supervisor } from '../dossier/rights'
import type { Operation } from './operation'
import { parsed } from './parsed'
import type { Withdrawal } from './withdraw'
import { BY_APPLICANT, withdrawal } from './withdraw'

/** The agency agrees: processing stops (form 05). */
export const agreeWithdrawal = {
  by: 'officer',
  moves: [['withdrawal_requested', 'terminated']],
  right: either(handler, supervisor),
  words: { vi: 'Đồng ý cho rút', en: 'Agree to withdrawal' },
  page: 'cho-rut',
  needsPeople: false,
  hindrance: null,
  read: parsed(withdrawal),
  decide: (_, { reason }, _facts, { to, now }) =>
    ok({
      event: { type: 'dossier.withdrawn', data: {} },
      set: { ...moved(to, now), closing: { ground: BY_APPLICANT, reason } },
      reason: { reason },
    }),
  events: {},
} as const satisfies Operation<Withdrawal, null>
