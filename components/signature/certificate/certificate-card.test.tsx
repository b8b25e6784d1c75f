import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { CertificateCard } from './certificate-card'
import { ChooseCertificatePage } from '../remote/choose-certificate-page'

/** Valid for the year 2026 in Vietnam: in zones to the west its first day is still the last of 2025. */
const certificate = {
  ...{ name: 'Phạm Quốc Dũng', organisation: null, ids: [], issuer: 'CA', fault: null },
  notBefore: new Date('2026-01-01T00:00:00+07:00'),
  notAfter: new Date('2026-12-31T00:30:00+07:00'),
}

it('a certificate is valid from and until days in Vietnam, wherever the page is made', () => {
  const card = renderToStaticMarkup(
    <CertificateCard certificate={certificate} locale="vi">
      {null}
    </CertificateCard>,
  )
  expect(card).toContain('01/01/2026 – 31/12/2026')
  const page = renderToStaticMarkup(
    <ChooseCertificatePage
      {...{ certificates: [{ ...certificate, id: '1' }], chooseAt: '/', refusal: null, backHref: '/', locale: 'vi' }}
    />,
  )
  expect(page).toContain('01/01/2026 – 31/12/2026')
})
