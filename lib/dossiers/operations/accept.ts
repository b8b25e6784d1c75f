import { z } from 'zod'
import type { Calendar, DeadlinePolicy } from '@/lib/calendar'
import type { DomainError } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import { moved } from '../dossier/change'
import { started } from '../dossier/clock'
import { UNIT_ISSUES } from '../dossier/issue-words'
import { desk } from '../dossier/rights'
import type { Operation } from './operation'
import { parsed } from './parsed'

/** Nothing chosen is no unit: the decision says what to choose. */
const acceptance = z.object({ unitId: z.union([z.literal('').transform(() => undefined), z.uuid()]).optional() })

export type AcceptFacts = {
  dossierCode: string
  policy: DeadlinePolicy
  calendar: Calendar
  legalGround: string
  /** The unit the procedure names; null where it names none. */
  usualUnitId: string | null
  /** Units of the agency in which somebody works on dossiers. */
  staffedUnits: readonly string[]
}

const unitRefused = (code: keyof typeof UNIT_ISSUES): DomainError => ({
  code: 'invalid-input',
  issues: [{ path: 'unitId', code, words: UNIT_ISSUES[code] }],
})

const nobodyThere: DomainError = {
  code: 'invalid-input',
  issues: [{ path: 'unitId', code: 'nobodyThere', words: UNIT_ISSUES.nobodyAtAll }],
}

function unitIssue(unitId: string | null, staffedUnits: readonly string[]): keyof typeof UNIT_ISSUES | null {
  if (staffedUnits.length === 0) return 'nobodyAtAll'
  if (unitId === null) return 'choose'
  return staffedUnits.includes(unitId) ? null : 'nobodyThere'
}

/** The desk accepts (form 01): the dossier gets its code, its unit and its due date, with the reasons for that date. */
export const accept = {
  by: 'officer',
  moves: [['submitted', 'accepted']],
  right: desk,
  words: { vi: 'Tiếp nhận', en: 'Accept' },
  page: null,
  needsPeople: true,
  hindrance: (_, { assignable }) => (assignable.length === 0 ? nobodyThere : null),
  read: parsed(acceptance),
  decide: (_, { unitId: chosen }, facts, { to, now }) => {
    const unitId = chosen ?? facts.usualUnitId
    const issue = unitIssue(unitId, facts.staffedUnits)
    if (issue !== null) return err(unitRefused(issue))
    const { deadline, clock } = started(facts.policy, now, facts.calendar, facts.legalGround)
    const { dossierCode } = facts
    return ok({
      event: { type: 'dossier.accepted', data: { dossierCode, dueAt: deadline.currentDueAt.toISOString() } },
      set: {
        ...moved(to, now),
        dossierCode,
        unitId,
        acceptedAt: now,
        originalDueAt: deadline.originalDueAt,
        dueAt: deadline.currentDueAt,
        deadline,
        heldSince: now,
      },
      clock,
    })
  },
  events: {
    'dossier.accepted': {
      words: { vi: 'Đã tiếp nhận', en: 'Accepted' },
      reasonFor: null,
      paper: 'receipt',
      notice: {
        applicant: {
          title: { vi: 'Đã tiếp nhận hồ sơ {code}', en: 'Dossier {code} accepted' },
          body: {
            vi: 'Hồ sơ “{procedure}” đã được tiếp nhận. Ngày hẹn trả kết quả: {due}. Giấy tiếp nhận và hẹn trả kết quả có trong hồ sơ của bạn.',
            en: 'Your dossier “{procedure}” was accepted. The result is due {due}. The receipt is in your dossier.',
          },
        },
      },
    },
  },
} as const satisfies Operation<z.infer<typeof acceptance>, AcceptFacts>
