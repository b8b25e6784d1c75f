import { z } from 'zod'
import { freeText, ok } from '@/lib/kernel'
import { moved } from '../dossier/change'
import type { ClockChange } from '../dossier/clock'
import { LONGEST } from '../dossier/longest'
import { isApplicant } from '../dossier/rights'
import type { Operation } from './operation'
import { parsed } from './parsed'

export const withdrawal = z.object({ reason: freeText({ min: 5, max: LONGEST.reason }) })
export type Withdrawal = z.infer<typeof withdrawal>

/** The ground on which a dossier ends that its applicant takes back. */
export const BY_APPLICANT = 'Theo đề nghị của người nộp'

export type WithdrawFacts = {
  /** The clock, should it stand still for a supplement that nobody waits for any more. */
  resumed: ClockChange
}

/** Before acceptance the applicant simply takes it back; afterwards it is a request that the agency decides. */
export const withdraw = {
  by: 'applicant',
  moves: [
    ['submitted', 'terminated'],
    ['incomplete', 'terminated'],
    ['accepted', 'withdrawal_requested'],
    ['in_review', 'withdrawal_requested'],
    ['awaiting_supplement', 'withdrawal_requested'],
  ],
  right: isApplicant,
  words: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  page: null,
  needsPeople: false,
  hindrance: null,
  read: parsed(withdrawal),
  decide: (_, { reason }, { resumed }, { to, now }) => {
    const isOver = to === 'terminated'
    return ok({
      event: { type: isOver ? 'dossier.withdrawn' : 'dossier.withdrawalRequested', data: {} },
      set: { ...moved(to, now), ...(isOver ? { closing: { ground: BY_APPLICANT, reason } } : {}), ...resumed.set },
      reason: { reason },
      endSupplement: 'closed',
      ...(resumed.clock === undefined ? {} : { clock: resumed.clock }),
    })
  },
  events: {
    'dossier.withdrawn': {
      words: { vi: 'Đã rút hồ sơ', en: 'Withdrawn' },
      reasonFor: 'everybody',
      paper: 'terminationNotice',
      notice: {
        applicant: {
          title: { vi: 'Đã rút hồ sơ {code}', en: 'Dossier {code} withdrawn' },
          body: {
            vi: 'Việc xử lý hồ sơ “{procedure}” đã dừng theo yêu cầu của bạn.',
            en: 'Processing of “{procedure}” has stopped as you asked.',
          },
        },
      },
    },
    'dossier.withdrawalRequested': {
      words: { vi: 'Yêu cầu rút hồ sơ', en: 'Withdrawal requested' },
      reasonFor: 'everybody',
      paper: null,
      notice: {
        applicant: {
          title: { vi: 'Đã gửi yêu cầu rút hồ sơ {code}', en: 'Withdrawal of {code} requested' },
          body: {
            vi: 'Cơ quan sẽ quyết định việc rút hồ sơ “{procedure}”.',
            en: 'The agency will decide on the withdrawal of “{procedure}”.',
          },
        },
        assignee: {
          title: { vi: 'Người nộp xin rút hồ sơ {code}', en: 'The applicant asks to withdraw {code}' },
          body: {
            vi: 'Hãy quyết định yêu cầu rút hồ sơ “{procedure}”.',
            en: 'Decide on the withdrawal of “{procedure}”.',
          },
        },
      },
    },
  },
} as const satisfies Operation<Withdrawal, WithdrawFacts>
