import { z } from 'zod'
import type { Issue } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import { moved } from '../dossier/change'
import type { DossierResult } from '../dossier/dossier'
import { handler } from '../dossier/rights'
import type { Operation } from './operation'
import { parsed } from './parsed'
import { withoutResult } from './without-result'

export type SubmitForApprovalFacts = {
  result: DossierResult | null
  /** What the paper could not say. */
  faults: readonly Issue[]
}

/** The proposal goes to the leader; without a proposal, or with one that a paper cannot say, there is nothing to approve. */
export const submitForApproval = {
  by: 'officer',
  moves: [['in_review', 'awaiting_approval']],
  right: handler,
  words: { vi: 'Trình duyệt', en: 'Send for approval' },
  page: null,
  needsPeople: false,
  hindrance: withoutResult,
  read: parsed(z.object({})),
  decide: (_, _input, { result, faults }, { to, now }) => {
    if (result === null) return err({ code: 'result-missing' })
    if (faults.length > 0) return err({ code: 'result-not-right' })
    const { outcome } = result
    return ok({ event: { type: 'dossier.approvalRequested', data: { outcome } }, set: moved(to, now) })
  },
  events: {
    'dossier.approvalRequested': {
      words: { vi: 'Đã trình duyệt', en: 'Sent for approval' },
      reasonFor: null,
      paper: null,
      notice: {
        leaders: {
          title: { vi: 'Chờ duyệt: hồ sơ {code}', en: 'For approval: dossier {code}' },
          body: {
            vi: 'Dự thảo kết quả “{procedure}” chờ duyệt, hạn {due}.',
            en: 'A draft result of “{procedure}” awaits approval, due {due}.',
          },
        },
      },
    },
  },
} as const satisfies Operation<object, SubmitForApprovalFacts>
