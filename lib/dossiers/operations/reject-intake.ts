import { z } from 'zod'
import type { Ground } from '@/lib/catalogue'
import { err, freeText, ok } from '@/lib/kernel'
import { moved } from '../dossier/change'
import { GROUND_UNKNOWN } from '../dossier/issue-words'
import { LONGEST } from '../dossier/longest'
import { desk } from '../dossier/rights'
import type { Operation } from './operation'
import { parsed } from './parsed'

/** Why the desk may not take it: the ground (a clause or listed condition), the reason, and where to turn instead. */
const intakeRejection = z.object({
  ground: z.string().trim().min(3).max(300),
  reason: freeText({ min: 10, max: LONGEST.reason }),
  guidance: freeText({ min: 5, max: LONGEST.guidance }),
})
export type IntakeRejection = z.infer<typeof intakeRejection>

export type RejectIntakeFacts = { grounds: readonly Pick<Ground, 'words'>[] }

/** The desk refuses to take it (form 03) on one of the procedure’s grounds; a refusal without ground, reason and guidance does not exist. */
export const rejectIntake = {
  by: 'officer',
  moves: [['submitted', 'not_accepted']],
  right: desk,
  words: { vi: 'Từ chối tiếp nhận', en: 'Refuse intake' },
  page: 'tu-choi',
  needsPeople: false,
  hindrance: null,
  read: parsed(intakeRejection),
  decide: (_, rejection, { grounds }, { to, now }) =>
    grounds.some(({ words }) => words.vi === rejection.ground)
      ? ok({
          event: { type: 'dossier.intakeRejected', data: { ground: rejection.ground } },
          set: { ...moved(to, now), closing: rejection },
          reason: rejection,
        })
      : err({ code: 'invalid-input', issues: [{ path: 'ground', code: 'ground-unknown', words: GROUND_UNKNOWN }] }),
  events: {
    'dossier.intakeRejected': {
      words: { vi: 'Từ chối tiếp nhận', en: 'Intake refused' },
      reasonFor: 'everybody',
      paper: 'refusal',
      notice: {
        applicant: {
          title: { vi: 'Hồ sơ {code} không được tiếp nhận', en: 'Dossier {code} was not accepted' },
          body: {
            vi: 'Hồ sơ “{procedure}” không được tiếp nhận. Lý do và hướng dẫn nơi nộp đúng có trong hồ sơ của bạn.',
            en: 'Your dossier “{procedure}” was not accepted. The reason and where to turn are in your dossier.',
          },
        },
      },
    },
  },
} as const satisfies Operation<IntakeRejection, RejectIntakeFacts>
