import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { NumberForm } from './staff-forms'
import { StaffPage } from './staff-page'

const render = (done: string | undefined, number: { ending: string; recordedAt: Date } | null) =>
  renderToStaticMarkup(
    <StaffPage title="Ngô Thị Hạnh" lead="Lãnh đạo cơ quan" done={done} locale="vi">
      <NumberForm number={number} value={undefined} record={(state) => Promise.resolve(state)} locale="vi" />
    </StaffPage>,
  )

it('says on the page of the officer what was recorded, and which number is', () => {
  expect(render('ghi', { ending: '114', recordedAt: new Date('2026-11-20T03:00:00Z') })).toMatch(
    /Đã ghi số định danh\..*Số đang ghi kết thúc bằng 114, ghi ngày 20\/11\/2026\./s,
  )
  expect(render(undefined, null)).not.toMatch(/Đã ghi|Số đang ghi/)
  expect(render('khac', null)).not.toContain('Đã ghi')
})
