import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Dossier } from '../dossier/dossier'
import type { PaperSource } from './paper-source'

export const DAY = new Date('2026-11-21T03:00:00Z')
export const ID = '00000000-0000-8000-8000-000000000001'

const DOSSIER: Dossier = {
  ...{ id: ID, draftId: ID, submissionCode: '7KQ2M9XA4T', dossierCode: null, procedureCode: '', revisionId: ID },
  ...{ procedureName: { vi: '', en: '' }, caseCode: '', submitterId: ID, applicantId: ID },
  ...{ applicantName: 'Nguyễn Văn An', answers: {}, facts: {}, fee: { items: [], total: 0 }, state: 'in_review' },
  ...{ agencyCode: 'H26.101', receivingAgencyCode: 'H26.101', unitId: null, assigneeId: null, version: 1 },
  ...{ submittedAt: DAY, intakeDueAt: DAY, acceptedAt: DAY, originalDueAt: null, dueAt: null, deadline: null },
  ...{ completedAt: null, returnedAt: null, stateSince: DAY, heldSince: DAY, closing: null, supplementCount: 0 },
}

/** What papers about an accepted dossier of a procedure are made from. */
export function aPaperSource(definition: ProcedureDefinition, more: Partial<PaperSource> = {}): PaperSource {
  const scope = more.scope ?? { answers: {}, facts: {}, today: '2026-11-21' }
  const dossier = { ...DOSSIER, caseCode: definition.cases[0]?.code ?? '', answers: { ...scope.answers } }
  const code = 'G01.126.08-261121-0001'
  return {
    ...{
      dossier,
      definition,
      result: null,
      scope,
      facts: {},
      files: [],
      supplements: [],
      isSigned: true,
      checkUrl: null,
    },
    agencyName: 'Ủy ban nhân dân phường Ba Đình',
    issuer: { parentName: null, name: 'Ủy ban nhân dân phường Ba Đình', place: 'Hà Nội' },
    party: { name: 'Nguyễn Văn An' },
    lookUp: { url: `https://motcua.example.vn/tra-cuu?ma=${code}`, code },
    actor: () => ({ name: 'Ngô Thị Hạnh', at: DAY }),
    nameOf: () => 'Ngô Thị Hạnh',
    phoneOf: () => null,
    ...more,
  }
}
