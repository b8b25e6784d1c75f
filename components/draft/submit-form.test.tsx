import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { refusalOf } from '@/lib/errors'
import type { DomainError } from '@/lib/kernel'
import { mendHref } from './mend-places'
import { Refused, SubmitForm } from './submit-form'

const PLACES = {
  draftId: 'd1',
  documents: ['CCCD'],
  pages: [
    { id: 'chu-ho', fields: ['ownerType'] },
    { id: 'ten-tru-so', fields: ['name', 'headquarters'] },
  ],
}
const issue = (path: string) => ({ path, code: 'x', words: { vi: `Sửa “${path}”`, en: path } })

function drawn(error: DomainError): string[] {
  const page = renderToStaticMarkup(<Refused refusal={refusalOf(error, 'vi')} places={PLACES} locale="vi" />)
  return [...page.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)
}

it('leads from each issue to where it is mended', () => {
  const issues = ['headquarters', 'headquarters.wardCode', 'CCCD'].map(issue)
  expect(drawn({ code: 'not-complete', issues })).toEqual([
    '/ho-so/nhap/d1/ten-tru-so#headquarters',
    '/ho-so/nhap/d1/ten-tru-so#headquarters.wardCode',
    '/ho-so/nhap/d1/giay-to#CCCD',
  ])
})

it('opens the review anew for what no question or document mends', () => {
  expect(drawn({ code: 'nobody-receives', issues: [issue('')] })).toEqual(['/ho-so/nhap/d1/xem-lai'])
  expect(drawn({ code: 'draft-changed' })).toEqual(['/ho-so/nhap/d1/xem-lai'])
  expect(mendHref(PLACES, 'nameOfNothing')).toBeNull()
})

const inputsIn = (html: string) =>
  [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]+)"/g)].map(([, name, value]) => [name, value])

it('says without script what is handed in, and to which page', () => {
  const shared = { refused: null, isReady: true, places: PLACES, locale: 'vi' } as const
  const first = renderToStaticMarkup(<SubmitForm {...shared} handsIn={{ name: 'nop', content: 'm1' }} />)
  expect(first).toMatch(/^<form [^>]*action="\/ho-so\/nhap\/d1\/xem-lai" method="post"/)
  expect(inputsIn(first)).toEqual([
    ['viec', 'nop'],
    ['noiDung', 'm1'],
  ])
  const supplement = renderToStaticMarkup(<SubmitForm {...shared} handsIn={{ name: 'bo-sung', dossierId: 'h1' }} />)
  expect(inputsIn(supplement)).toEqual([
    ['viec', 'bo-sung'],
    ['hoSo', 'h1'],
  ])
  expect(supplement).toContain('Gửi bổ sung')
})

it('tells why it was refused before the page was drawn', () => {
  const refused = refusalOf({ code: 'draft-changed' }, 'en')
  const html = renderToStaticMarkup(
    <SubmitForm {...{ refused, places: PLACES }} isReady handsIn={{ name: 'nop', content: 'm1' }} locale="en" />,
  )
  expect(html).toContain(refused.words)
})
