import { deadlinePolicy, instant, makeCalendar, parseTime, startClock } from '@/lib/calendar'
import type { Dossier, DossierResult, SupplementRequest } from './dossier'
import type { State } from './state'

/** Any person or thing, told apart by one digit. */
export const anId = (digit: number): string => `01900000-0000-7000-8000-00000000000${String(digit)}`

export const APPLICANT = anId(1)
export const OFFICER = anId(2)
export const COLLEAGUE = anId(3)
export const UNIT = anId(4)
export const OTHER_UNIT = anId(5)

/** Wednesday, 11 March 2026, ten in the morning in Hanoi. */
export const NOW = instant('2026-03-11', parseTime('10:00'))
export const CALENDAR = makeCalendar([], [2026])
export const POLICY = deadlinePolicy({ unit: 'WORKING_DAYS', amount: 5 })

const ACCEPTED_AT = instant('2026-03-09', parseTime('09:00'))
const UNACCEPTED: readonly State[] = ['submitted', 'incomplete', 'not_accepted']

/** A dossier as the decisions see it; accepted two days ago in every state after intake, and with nobody yet. */
export function aDossier(state: State, changes: Partial<Dossier> = {}): Dossier {
  const deadline = UNACCEPTED.includes(state) ? null : startClock(POLICY, ACCEPTED_AT, CALENDAR)
  return {
    ...{ id: anId(6), draftId: anId(7), submissionCode: 'ABCDEFGH12', procedureCode: '1.002796' },
    ...{ procedureName: { vi: 'Đổi giấy phép lái xe', en: 'Exchange of a driving licence' }, revisionId: anId(8) },
    ...{ caseCode: 'het-han', submitterId: APPLICANT, applicantId: APPLICANT, applicantName: 'Nguyễn Văn An' },
    ...{ answers: { a: 'cũ' }, facts: {}, fee: { items: [], total: 0 }, state },
    ...{ agencyCode: 'G01.126.08', receivingAgencyCode: 'G01.126.08', assigneeId: null, version: 3 },
    ...{ dossierCode: deadline && 'G01.126.08-260309-0001', unitId: deadline && UNIT },
    ...{ submittedAt: ACCEPTED_AT, intakeDueAt: ACCEPTED_AT, acceptedAt: deadline && ACCEPTED_AT, deadline },
    ...{ originalDueAt: deadline?.originalDueAt ?? null, dueAt: deadline?.currentDueAt ?? null },
    ...{ completedAt: null, returnedAt: null, stateSince: ACCEPTED_AT, heldSince: ACCEPTED_AT, closing: null },
    ...{ supplementCount: 0 },
    ...changes,
  }
}

export function aRequest(changes: Partial<SupplementRequest> = {}): SupplementRequest {
  return {
    ...{ id: anId(9), dossierId: anId(6), items: [], note: '', requestedBy: OFFICER, requestedAt: ACCEPTED_AT },
    ...{ dueAt: instant('2026-03-23', parseTime('17:00')), answeredAt: null, closedAt: null, answers: null },
    ...changes,
  }
}

export function aResult(changes: Partial<DossierResult> = {}): DossierResult {
  return {
    ...{ dossierId: anId(6), outcome: 'granted', ground: null, reason: 'Đủ điều kiện cấp đổi.', fields: {} },
    ...{ draftedBy: OFFICER, draftedAt: ACCEPTED_AT, number: null, approvedBy: null, approvedAt: null },
    ...{ sentBackReason: null },
    ...changes,
  }
}
