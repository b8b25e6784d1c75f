import { z } from 'zod'
import { err, freeText, ok } from '@/lib/kernel'
import { moved } from '../dossier/change'
import type { DossierResult } from '../dossier/dossier'
import { LONGEST } from '../dossier/longest'
import { leader } from '../dossier/rights'
import type { Operation } from './operation'
import { parsed } from './parsed'
import { withoutResult } from './without-result'

const refusal = z.object({ reason: freeText({ min: 5, max: LONGEST.reason }) })
export type SendBack = z.infer<typeof refusal>

export type SendBackFacts = { result: DossierResult | null }

/** The leader sends the proposal back with a reason. */
export const sendBack = {
  by: 'officer',
  moves: [['awaiting_approval', 'in_review']],
  right: leader,
  words: { vi: 'Trả lại để sửa', en: 'Send back' },
  page: 'tra-lai',
  needsPeople: false,
  hindrance: withoutResult,
  read: parsed(refusal),
  decide: (_, { reason }, { result }, { to, now }) => {
    if (result === null) return err({ code: 'result-missing' })
    return ok({
      event: { type: 'dossier.sentBack', data: { outcome: result.outcome } },
      set: moved(to, now),
      reason: { reason },
      result: { ...result, sentBackReason: reason },
    })
  },
  events: {
    'dossier.sentBack': {
      words: { vi: 'Trả lại dự thảo', en: 'Draft sent back' },
      reasonFor: 'officers',
      paper: null,
      notice: {
        assignee: {
          title: { vi: 'Dự thảo hồ sơ {code} bị trả lại', en: 'The draft of {code} was sent back' },
          body: {
            vi: 'Lãnh đạo trả lại dự thảo “{procedure}”; lý do có trong hồ sơ.',
            en: 'The leader sent back the draft of “{procedure}”; the reason is in the dossier.',
          },
        },
      },
    },
  },
} as const satisfies Operation<SendBack, SendBackFacts>
