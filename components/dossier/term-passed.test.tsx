import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LookUpResult } from '@/components/catalogue/look-up-result'
import type { ContactPhone } from '@/lib/accounts'
import { STATES } from '@/lib/dossiers'
import type { State } from '@/lib/dossiers'
import { AT, DOSSIER } from './dossier.fixture'
import { TermPassed } from './term-passed'

const AGENCY = {
  ...{ code: 'H26.101', name: { vi: 'Ủy ban nhân dân phường Ba Đình', en: 'Ba Đình' }, level: 'commune' as const },
  ...{ function: 'communeCommittee' as const, parentCode: null, superiorCode: null, provinceCode: null },
  ...{ wardCode: null, isSample: false, source: '' },
}

const renderTerm = (passedTerm: 'intake' | 'result' | null, contact: ContactPhone | null = null) =>
  renderToStaticMarkup(
    <TermPassed
      view={{
        dossier: DOSSIER,
        agency: AGENCY,
        assigneeName: 'Trần Văn Minh',
        contact,
        standing: { standing: 'OVERDUE', dueAt: AT, daysLeft: -3 },
        passedTerm,
      }}
      locale="vi"
    />,
  )

it('tells who waits that the promised day has passed, what the agency owes, and whom to ask', () => {
  const page = renderTerm('result')
  expect(page).toContain('Đã qua ngày hẹn trả kết quả: ')
  expect(page).toContain('bạn không phải nộp lại')
  expect(page).toContain('cơ quan phải xin lỗi bằng văn bản, nêu lý do và hẹn lại nhiều nhất một lần')
  expect(page).toContain('7KQ2M9XA4T')
  expect(page).toContain('href="/co-quan/H26.101"')
})

it('names a telephone and who answers there', () => {
  const phone = '+842400000102'
  const officers = renderTerm('result', { phone, answers: 'officer' })
  expect(officers).toContain(
    'Điện thoại: <a href="tel:+842400000102" class="whitespace-nowrap">024 0000 0102</a> (Trần Văn Minh)',
  )
  expect(renderTerm('result', { phone, answers: 'desk' })).toContain('024 0000 0102</a> (Bộ phận Một cửa)')
  expect(renderTerm('result')).not.toContain('Điện thoại')
})

it('owes an answer before acceptance, and is silent while there is time', () => {
  expect(renderTerm('intake')).toContain('Đã qua hạn trả lời có tiếp nhận hồ sơ hay không')
  expect(renderTerm('intake')).not.toContain('xin lỗi')
  expect(renderTerm(null)).toBe('')
})

it('is told to anybody with the code without a day, while the agency owes a result', () => {
  const isTold = (state: State) =>
    renderToStaticMarkup(<LookUpResult answer={{ code: '7KQ2M9XA4T', state, reached: 3 }} locale="vi" />).includes(
      'Đã qua ngày hẹn trên giấy tiếp nhận',
    )
  const states = Object.keys(STATES).filter((state): state is State => Object.hasOwn(STATES, state))
  expect(states.filter(isTold)).toEqual(['accepted', 'in_review', 'awaiting_approval', 'withdrawal_requested'])
})
