import { z } from 'zod'
import type { DomainError } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import { ASSIGNMENT_ISSUES } from '../dossier/issue-words'
import { desk, either, supervisor } from '../dossier/rights'
import { handedOver, isSame } from './hand-over'
import type { Assignment, Operation } from './operation'
import { parsed } from './parsed'

/** A person and their unit, as one choice of a list. */
const assignment = z.object({
  to: z
    .string()
    .transform((to) => ({ assigneeId: to.split('~')[0], unitId: to.split('~')[1] }))
    .pipe(z.object({ assigneeId: z.uuid(), unitId: z.uuid() })),
})

export type AssignFacts = { assignable: readonly Assignment[] }

const assignmentIssue = (code: keyof typeof ASSIGNMENT_ISSUES): DomainError => ({
  code: 'invalid-input',
  issues: [{ path: 'to', code, words: ASSIGNMENT_ISSUES[code] }],
})

/** A superior or the desk gives the dossier to a person at work there; held by somebody already, it changes hands. */
export const assign = {
  by: 'officer',
  moves: [
    ['accepted', 'in_review'],
    ['in_review', 'in_review'],
    ['awaiting_supplement', 'awaiting_supplement'],
    ['awaiting_approval', 'awaiting_approval'],
    ['withdrawal_requested', 'withdrawal_requested'],
  ],
  right: either(supervisor, desk),
  words: { vi: 'Phân công', en: 'Assign' },
  page: 'phan-cong',
  needsPeople: true,
  hindrance: (dossier, { assignable }) =>
    assignable.some((place) => !isSame(place, dossier)) ? null : { code: 'nobody-else' },
  read: parsed(assignment),
  decide: (dossier, { to: place }, { assignable }, step) => {
    if (!assignable.some((candidate) => isSame(candidate, place))) return err(assignmentIssue('notAssignable'))
    if (isSame(place, dossier)) return err(assignmentIssue('holdsItAlready'))
    return ok(handedOver(dossier, place, step))
  },
  events: {
    'dossier.assigned': {
      words: { vi: 'Đã phân công', en: 'Assigned' },
      reasonFor: null,
      paper: null,
      notice: {
        assignee: {
          title: { vi: 'Bạn được giao hồ sơ {code}', en: 'Dossier {code} was assigned to you' },
          body: { vi: '“{procedure}”, hạn {due}.', en: '“{procedure}”, due {due}.' },
        },
        applicant: {
          title: { vi: 'Hồ sơ {code} đang được xử lý', en: 'Dossier {code} is being processed' },
          body: {
            vi: 'Hồ sơ “{procedure}” đã có người thụ lý. Bạn xem được đơn vị và người đang giữ hồ sơ ngay trong trang hồ sơ.',
            en: 'Somebody now works on your dossier “{procedure}”. Its page shows which unit and person hold it.',
          },
        },
      },
    },
  },
} as const satisfies Operation<z.infer<typeof assignment>, AssignFacts>
