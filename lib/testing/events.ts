import type { DossierEvent, EventType } from '@/lib/dossiers'

const ID = '01900000-0000-7000-8000-00000000e0e0'

type DataOf = { [E in DossierEvent as E['type']]: E['data'] }

const DATA: DataOf = {
  'dossier.submitted': { submissionCode: 'ABCDEFGH12', revisionId: ID, agencyCode: 'G01.126.08', files: [] },
  'dossier.accepted': { dossierCode: 'G01.126.08-260101-0001', dueAt: '2026-01-15T10:00:00.000Z' },
  'dossier.intakeRejected': { ground: 'Không thuộc thẩm quyền giải quyết của cơ quan' },
  'dossier.assigned': { assigneeId: ID, unitId: ID, previousAssigneeId: null },
  'dossier.supplementRequested': { supplementId: ID, items: [] },
  'dossier.supplemented': { supplementId: ID, changed: [], explained: [] },
  'dossier.resultDrafted': { outcome: 'granted', ground: null },
  'dossier.approvalRequested': { outcome: 'granted' },
  'dossier.approved': { outcome: 'granted', number: 'G01.126.08:1/QĐ', approvedBy: ID },
  'dossier.sentBack': { outcome: 'granted' },
  'dossier.resultReturned': {},
  'dossier.withdrawalRequested': {},
  'dossier.withdrawn': {},
  'dossier.withdrawalRefused': {},
  'dossier.closedUnanswered': { supplementId: ID },
}

/** An event of a dossier as the queue holds it, with data that its schema asks for. */
export function aQueuedEvent(type: EventType, dossierId: string, eventId: string) {
  return { eventId, type, subject: { kind: 'dossier', id: dossierId }, data: DATA[type] }
}
