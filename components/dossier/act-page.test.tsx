import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ActPage } from './act-page'

const ID = '00000000-0000-8000-8000-000000000001'
const AT = new Date('2026-09-25T02:00:00Z')
const DOSSIER = {
  ...{ id: ID, draftId: ID, submissionCode: '7KQ2M9XA4T', dossierCode: null, procedureCode: '', revisionId: ID },
  ...{ procedureName: { vi: 'Đổi giấy phép lái xe', en: 'Licence' }, caseCode: '', submitterId: ID, applicantId: ID },
  ...{
    applicantName: 'Nguyễn Văn An',
    answers: {},
    facts: {},
    fee: { items: [], total: 0 },
    state: 'in_review' as const,
  },
  ...{ agencyCode: 'H26.101', receivingAgencyCode: 'H26.101', unitId: null, assigneeId: null, version: 1 },
  ...{ submittedAt: AT, intakeDueAt: AT, acceptedAt: AT, originalDueAt: null, dueAt: null, deadline: null },
  ...{ completedAt: null, returnedAt: null, stateSince: AT, heldSince: AT, closing: null },
}

const asking = (supplementCount: number) =>
  renderToStaticMarkup(
    <ActPage view={{ dossier: { ...DOSSIER, supplementCount } }} command="requestSupplement" locale="vi">
      {null}
    </ActPage>,
  )

it('tells whoever asks for another supplement what it costs, before it is sent', () => {
  expect(asking(0)).not.toContain('được tính là quá hạn')
  expect(asking(1)).toContain('Đây là yêu cầu bổ sung lần 2: gửi đi thì hồ sơ được tính là quá hạn')
  expect(asking(2)).toContain('Đây là yêu cầu bổ sung lần 3')
  expect(asking(1)).not.toContain('một lần;')
})
