import type { Dossier, DossierResult } from '@/lib/dossiers'

const ID = '00000000-0000-8000-8000-000000000001'
export const AT = new Date('2026-09-25T02:00:00Z')

/** A dossier in review, of which only what a view shows matters. */
export const DOSSIER: Dossier = {
  ...{ id: ID, draftId: ID, submissionCode: '7KQ2M9XA4T', dossierCode: null, procedureCode: '', revisionId: ID },
  ...{ procedureName: { vi: 'Đổi giấy phép lái xe', en: 'Licence' }, caseCode: '', submitterId: ID, applicantId: ID },
  ...{ applicantName: 'Nguyễn Văn An', answers: {}, facts: {}, fee: { items: [], total: 0 }, state: 'in_review' },
  ...{ agencyCode: 'H26.101', receivingAgencyCode: 'H26.101', unitId: null, assigneeId: null, version: 1 },
  ...{ submittedAt: AT, intakeDueAt: AT, acceptedAt: AT, originalDueAt: null, dueAt: null, deadline: null },
  ...{ completedAt: null, returnedAt: null, stateSince: AT, heldSince: AT, closing: null, supplementCount: 0 },
}

/** Its drafted result. */
export const RESULT: DossierResult = {
  ...{ dossierId: ID, outcome: 'granted', ground: null, reason: 'Đủ điều kiện.', fields: {}, draftedBy: ID },
  ...{ draftedAt: AT, number: null, approvedBy: null, approvedAt: null, sentBackReason: null },
}
