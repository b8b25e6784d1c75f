import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { DomainError } from '@/lib/kernel'
import { mendHref } from './mend-places'
import { Refused } from './submit-form'

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
  const page = renderToStaticMarkup(<Refused error={error} places={PLACES} locale="vi" />)
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
