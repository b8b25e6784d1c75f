import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { aFile, HOSTILE } from '@/components/dossier/page-view.fixture'
import { buttonsOf, inputsOf, linksOf, textOf } from '@/components/ui/markup.fixture'
import { faultsOf } from '@/components/ui/page-rules.fixture'
import { itKeepsTheRules } from '@/components/ui/views.fixture'
import { ERRORS } from '@/lib/errors'
import type { Locale } from '@/lib/i18n'
import type { ErrorCode } from '@/lib/kernel'
import { ANY_ORGANISATION, CERTIFICATE_FAULT_WORDS } from '@/lib/signing'
import type { CertificateFault, TrustAnchor } from '@/lib/signing'
import { BatchPage } from './batch/batch-page'
import type { BatchLineView } from './batch/batch-result'
import { SigningListPage } from './batch/signing-list-page'
import type { WaitingRow } from './batch/signing-list-page'
import { CertificateCard } from './certificate/certificate-card'
import { CheckPage } from './check/check-page'
import { ChooseCertificatePage } from './remote/choose-certificate-page'
import { ConfirmPage } from './remote/confirm-page'
import { NotWaitingPage } from './remote/not-waiting-page'
import { SignPage } from './sign-file/sign-page'
import { CertificateSignInPage } from './sign-in/sign-in-page'
import { AnchorForm } from './trust-anchors/anchor-form'
import { TrustPage } from './trust-anchors/trust-page'

const NOW = new Date('2026-11-20T02:15:00Z')
const [BEFORE, AFTER] = [new Date('2026-01-01T00:00:00+07:00'), new Date('2027-01-01T00:00:00+07:00')]
const never = () => Promise.resolve()
const certificate = {
  ...{ name: 'HOLDER', organisation: 'ORGANISATION', issuer: 'CA', notBefore: BEFORE, notAfter: AFTER },
  ids: [{ kind: 'taxCode' as const, value: '0312687878' }],
}
const official = { name: 'Phạm Thị Dung', personalId: '001080000114' }
const isFault = (code: string): code is CertificateFault => Object.hasOwn(CERTIFICATE_FAULT_WORDS, code)
const FAULTS = Object.keys(CERTIFICATE_FAULT_WORDS).filter(isFault)

const aLine = (position: number, changes: Partial<BatchLineView> = {}): BatchLineView => ({
  ...{ position, dossierId: `d${String(position)}`, code: `CODE-${String(position)}`, applicantName: 'An' },
  ...{ procedureName: { vi: 'Đổi giấy phép', en: 'Licence' }, outcome: 'granted', person: null, state: 'waiting' },
  ...{
    signing: { number: `H26:${String(position)}/QĐ`, sha256: 'ab'.repeat(32), pages: 2 },
    signerName: null,
    refusal: null,
  },
  ...changes,
})
const nowhere = () => undefined
const router = {
  ...{
    back: nowhere,
    forward: nowhere,
    refresh: nowhere,
    push: nowhere,
    replace: nowhere,
    prefetch: nowhere,
    bfcacheId: '',
  },
}
const batch = (lines: BatchLineView[], locale: Locale, hasRemote = true) => (
  <AppRouterContext value={router}>
    <BatchPage batch={{ id: 'b1', official, lines }} {...{ hasRemote, locale }} refusal={null} />
  </AppRouterContext>
)
const aRow = (id: string): WaitingRow => ({
  ...{ id, submissionCode: `SUB${id}`, dossierCode: null, procedureName: { vi: 'Đổi giấy phép', en: 'Licence' } },
  ...{ applicantName: 'An', dueAt: id === '1' ? null : NOW },
})
const list = (rows: WaitingRow[], locale: Locale, isAllChosen = false, next: string | null = null) => (
  <SigningListPage {...{ rows, next, isAllChosen, locale, cursor: undefined, refusal: null, choose: never }} />
)
const sign = (changes: Parameters<typeof aFile>[0], locale: Locale, hasRemote = true) => (
  <SignPage
    file={aFile({ mediaType: 'application/pdf', name: 'don.pdf', pages: 2, ...changes })}
    {...{ subject: ANY_ORGANISATION, hasRemote, locale, refusal: null }}
  />
)
const choose = (locale: Locale) => (
  <ChooseCertificatePage
    certificates={[null, ...FAULTS].map((fault, at) => ({ ...certificate, id: String(at), fault }))}
    {...{ chooseAt: '/chon', refusal: null, backHref: '/ve', locale }}
  />
)
const confirm = (locale: Locale) => (
  <ConfirmPage
    {...{ certificate, address: '/service', backHref: '/ve', locale }}
    documents={[{ ref: '1', digest: 'ab'.repeat(32) }]}
  />
)
const anAnchor = (id: string, effectiveFrom: Date, effectiveTo: Date | null): TrustAnchor => ({
  ...{ id, set: 'public', name: `ROOT ${id}`, fingerprint: 'ab'.repeat(32), effectiveFrom, effectiveTo },
  ...{ source: 'SOURCE', isSample: true, notAfter: null },
})
const ANCHORS = [
  anAnchor('trusted', BEFORE, null),
  anAnchor('ended', BEFORE, NOW),
  anAnchor('ahead', AFTER, null),
  anAnchor('given up', AFTER, AFTER),
]
const trust = (locale: Locale, anchors = ANCHORS, done = '') => (
  <TrustPage
    {...{ anchors, done, typed: {}, now: NOW, locale, endOf: () => never }}
    add={() => Promise.resolve(null)}
  />
)

describe('pages of signing and checking keep the rules', () => {
  itKeepsTheRules(
    [
      ['a file', (locale) => sign({}, locale)],
      ['a file that cannot be drawn', (locale) => sign({ pages: null }, locale, false)],
      ['one paper', (locale) => batch([aLine(1)], locale)],
      [
        'papers in every state',
        (locale) =>
          batch(
            [
              aLine(1, { person: { page: 0, x: 1, y: 1, width: 1, height: 1 } }),
              aLine(2, { state: 'signed', signerName: 'DUNG' }),
              aLine(3, { state: 'gone', signing: null, outcome: null, refusal: { code: 'changed-meanwhile' } }),
              aLine(4, { refusal: { code: 'unavailable' } }),
            ],
            locale,
          ),
      ],
      ['nothing left to sign', (locale) => batch([aLine(1, { state: 'signed', signerName: 'DUNG' })], locale, false)],
      ['the list', (locale) => list(['1', '2'].map(aRow), locale, true, 'next')],
      ['an empty list', (locale) => list([], locale)],
      ['several certificates', (locale) => choose(locale)],
      ['the digest to confirm', (locale) => confirm(locale)],
      [
        'nothing that waits',
        (locale) => <NotWaitingPage error={{ code: 'not-found' }} backHref="/ve" locale={locale} />,
      ],
      [
        'signing in',
        (locale) => <CertificateSignInPage {...{ challenge: 'c', tiep: '/', subject: ANY_ORGANISATION, locale }} />,
      ],
      [
        'confirming',
        (locale) => (
          <CertificateSignInPage {...{ challenge: 'c', tiep: '/', subject: ANY_ORGANISATION, locale }} isStepUp />
        ),
      ],
      [
        'the check',
        (locale) => <CheckPage refusal={locale === 'vi' ? 'Tệp quá lớn.' : 'Too large.'} locale={locale} />,
      ],
      ['the roots', (locale) => trust(locale)],
      ['no roots', (locale) => trust(locale, [])],
      ...['them', 'co-san', 'ngung', 'khong-co'].map(
        (done) => [`the roots, ${done}`, (locale: Locale) => trust(locale, ANCHORS, done)] as const,
      ),
      ...FAULTS.map(
        (fault) =>
          [
            `a certificate that is ${fault}`,
            (locale: Locale) => (
              <CertificateCard certificate={{ ...certificate, fault }} locale={locale}>
                {null}
              </CertificateCard>
            ),
          ] as const,
      ),
    ],
    ['Phạm Thị Dung'],
  )
})

describe('whoever signs', () => {
  it('sees every page of the very file, its digest, and whose certificate it takes', () => {
    const html = renderToStaticMarkup(sign({}, 'vi'))
    expect(html.match(/<img /g)).toHaveLength(2)
    expect(textOf(html)).toContain('ab'.repeat(32))
    expect(html).toContain('alt="Trang 2 trên 2"')
    expect(linksOf(html).some(([name]) => name === 'Tải tệp về xem')).toBe(true)
  })

  it('is told where script is needed, and can go on without it where a service signs', () => {
    const [withRemote, withoutRemote] = [true, false].map((hasRemote) =>
      renderToStaticMarkup(batch([aLine(1)], 'vi', hasRemote)),
    )
    expect(withRemote).toMatch(/<noscript>.*ký từ xa ở cuối trang.*<\/noscript>/s)
    expect(withRemote).toMatch(/<form[^>]* action="\/can-bo\/ky-so\/b1\/tu-xa"/)
    expect(withoutRemote).not.toContain('tu-xa')
  })

  it('sends nothing that is typed to open a certificate: no input has a name', () => {
    for (const page of [sign({}, 'vi', false), batch([aLine(1)], 'vi', false)])
      expect(inputsOf(renderToStaticMarkup(page))).toEqual([])
  })

  it('cannot choose a certificate that would not do, and reads why', () => {
    const html = renderToStaticMarkup(choose('vi'))
    expect(html.match(/disabled=""/g)).toHaveLength(FAULTS.length)
    expect(html.match(/checked=""/g)).toHaveLength(1)
    for (const fault of FAULTS) expect(textOf(html)).toContain(CERTIFICATE_FAULT_WORDS[fault].vi)
  })

  it('compares a digest in the groups the service shows', () => {
    expect(textOf(renderToStaticMarkup(confirm('vi')))).toContain(Array(8).fill('abababab').join(' '))
  })

  it('reads beside each paper of a batch what became of it', () => {
    const text = textOf(
      renderToStaticMarkup(
        batch(
          [
            aLine(1),
            aLine(2, { state: 'signed', signerName: 'Dung' }),
            aLine(3, { state: 'gone', refusal: { code: 'changed-meanwhile' } }),
          ],
          'vi',
        ),
      ),
    )
    expect(text).toContain('Dung đã ký.')
    expect(text).toContain(`Chưa ký: ${ERRORS['changed-meanwhile'].words.vi}`)
    expect(text).toContain('1/QĐ')
    expect(text).toContain('Ký số 3 kết quả giải quyết')
  })

  it('ticks results by their dossiers, each named, all by one link and none by another', () => {
    const html = renderToStaticMarkup(list(['1', '2'].map(aRow), 'vi'))
    expect(inputsOf(html).map(({ name, value }) => [name, value])).toEqual([
      ['hs', '1'],
      ['hs', '2'],
    ])
    expect(html).toContain('aria-label="Chọn hồ sơ SUB1"')
    expect(linksOf(html)).toContainEqual(['Chọn tất cả trên trang này', '/can-bo/ky-so?chon=tat-ca'])
    expect(linksOf(renderToStaticMarkup(list([aRow('1')], 'vi', true)))).toContainEqual([
      'Bỏ chọn tất cả',
      '/can-bo/ky-so',
    ])
  })

  it('is shown the words of others as words', () => {
    const hostile = aLine(1, { applicantName: HOSTILE, procedureName: { vi: HOSTILE, en: HOSTILE } })
    for (const page of [batch([hostile], 'vi'), sign({ name: HOSTILE }, 'vi')]) {
      const html = renderToStaticMarkup(page)
      expect(html).not.toContain('<script>alert')
      expect(faultsOf(html, ['dài', 'is punctuated'])).toEqual([])
    }
  })
})

describe('a root', () => {
  it('can be ended while it is trusted, given up before, and neither afterwards', () => {
    const buttons = buttonsOf(renderToStaticMarkup(trust('vi')))
    expect(buttons.filter((name) => name.includes('ROOT'))).toEqual([
      'Ngừng tin cậy ROOT trusted',
      'Bỏ gốc này ROOT ahead',
    ])
  })

  it('says from when until when it is trusted', () => {
    const text = textOf(renderToStaticMarkup(trust('vi')))
    expect(text).toContain('01/01/2026 – đang tin cậy')
    expect(text).toContain('01/01/2026 – 20/11/2026')
    expect(text).toContain('01/01/2027 (chưa bắt đầu)')
    expect(text).toContain('01/01/2027 (đã bỏ trước khi bắt đầu)')
  })

  it('begins with what was typed before the session ended', () => {
    const typed = { set: 'government', source: 'QĐ <1>', from: '2026-12-01', to: '' }
    const html = renderToStaticMarkup(<AnchorForm add={() => Promise.resolve(null)} typed={typed} locale="vi" />)
    expect(html).toContain('<option value="government" selected="">')
    expect(inputsOf(html)).toContainEqual({ name: 'source', type: 'input', value: 'QĐ <1>' })
    expect(inputsOf(html)).toContainEqual({ name: 'from', type: 'date', value: '2026-12-01' })
  })
})

it('every refusal can be told on a page of signing', () => {
  for (const code of Object.keys(ERRORS).filter((key): key is ErrorCode => Object.hasOwn(ERRORS, key))) {
    const html = renderToStaticMarkup(<NotWaitingPage error={{ code, detail: {} }} backHref="/" locale="en" />)
    expect(textOf(html).length, code).toBeGreaterThan(30)
  }
})
