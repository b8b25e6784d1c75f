import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ActBar } from './act-bar'
import { Awaited } from './awaited'
import { DOSSIER, RESULT } from './dossier.fixture'

const renderOffer = (sentBackReason: string | null) => {
  const view = { dossier: DOSSIER, result: { ...RESULT, sentBackReason }, rounds: [], history: [] }
  const html = renderToStaticMarkup(
    <>
      <Awaited view={view} locale="vi" />
      <ActBar
        {...view}
        commands={['requestSupplement', 'draftResult', 'submitForApproval']}
        hindered={[]}
        units={[]}
        actionOf={() => (state) => Promise.resolve(state)}
        sign={null}
        locale="vi"
      />
    </>,
  )
  return { html, acts: [...html.matchAll(/<(?:button|a)[^>]*>([^<]+)<\/(?:button|a)>/g)].map(([, words]) => words) }
}

it('offers to send a draft on, and first to correct one that the leader sent back, with the reason above', () => {
  expect(renderOffer(null).acts).toEqual(['Trình duyệt', 'Yêu cầu bổ sung', 'Soạn kết quả'])
  const { html, acts } = renderOffer('Ghi lại ngày hết hạn.')
  expect(acts).toEqual(['Sửa dự thảo kết quả', 'Trình duyệt', 'Yêu cầu bổ sung'])
  expect(html.indexOf('Ghi lại ngày hết hạn.')).toBeGreaterThan(-1)
  expect(html.indexOf('Ghi lại ngày hết hạn.')).toBeLessThan(html.indexOf('Sửa dự thảo kết quả'))
})
