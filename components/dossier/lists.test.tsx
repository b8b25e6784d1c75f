import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { inputsOf, linksOf, textOf } from '@/components/ui/markup.fixture'
import { faultsOf } from '@/components/ui/page-rules.fixture'
import { itKeepsTheRules } from '@/components/ui/views.fixture'
import { isReadable, SCAN_STATUS } from '@/lib/attachments'
import type { ScanStatus } from '@/lib/attachments'
import { STATES } from '@/lib/dossiers'
import type { State } from '@/lib/dossiers'
import type { Locale } from '@/lib/i18n'
import { DiscardDraft } from './discard-draft'
import { AT } from './dossier.fixture'
import { FileList } from './file-list'
import { FileViewer } from './file-viewer'
import { MyDossiers } from './my-dossiers'
import { NoticeList } from './notice-list'
import { aFile, HOSTILE, LATER } from './page-view.fixture'

const name = { vi: 'Đổi giấy phép', en: 'Licence' }
const isState = (key: string): key is State => Object.hasOwn(STATES, key)
const states = Object.keys(STATES).filter(isState)
const isScan = (key: string): key is ScanStatus => Object.hasOwn(SCAN_STATUS, key)
const scans = Object.keys(SCAN_STATUS).filter(isScan)

type Mine = Partial<Parameters<typeof MyDossiers>[0]>
const aRow = (id: string, state: State = 'in_review') => ({
  ...{ id, submissionCode: `SUB${id}`, dossierCode: null, procedureName: name, state, submittedAt: AT, dueAt: LATER },
  ...{ intakeDueAt: AT, isPassed: state === 'in_review' },
})
const mine = (locale: Locale, changes: Mine = {}) => (
  <MyDossiers {...{ drafts: [], rows: [], next: null, undo: null, refusal: null, locale }} {...changes} />
)
const drafts = ['1', '2'].map((id) => ({
  id,
  procedureName: { vi: `Nháp ${id}`, en: `Draft ${id}` },
  savedAt: AT,
  dossierId: id === '1' ? null : 'd',
}))
const notices = (locale: Locale, changes = {}) => {
  const notice = {
    id: 'n',
    dossierId: 'd',
    title: { vi: 'Đã nhận', en: 'Received' },
    body: { vi: 'Xong.', en: 'Done.' },
    createdAt: AT,
    readAt: null,
  }
  return <NoticeList notices={[{ ...notice, ...changes }]} hrefOf={(id) => `/ho-so/${id}`} locale={locale} />
}
const viewer = (locale: Locale, changes: Parameters<typeof aFile>[0]) => (
  <FileViewer
    file={aFile({ mediaType: 'application/pdf', ...changes })}
    summary="invalid"
    dossierId="d"
    locale={locale}
  />
)
const files = (locale: Locale, scan: ScanStatus, isDesk: boolean) => (
  <FileList
    {...{ files: [aFile({ scan })], locale, nameOf: () => name, isSigned: () => false }}
    {...(isDesk && { viewHref: () => '/xem' })}
  />
)

describe('lists of a person keep the rules', () => {
  itKeepsTheRules(
    [
      ['nothing yet', (locale) => mine(locale)],
      ['drafts alone', (locale) => mine(locale, { drafts })],
      [
        'a dossier in every state, and more',
        (locale) => mine(locale, { rows: states.map((state) => aRow(state, state)), next: 'n' }),
      ],
      ['a draft put away', (locale) => mine(locale, { undo: { id: '1', procedureName: name } })],
      ['a refusal', (locale) => mine(locale, { refusal: locale === 'vi' ? 'Không được.' : 'No.' })],
      ['notices', (locale) => notices(locale)],
      ['no notices', (locale) => <NoticeList notices={[]} hrefOf={String} locale={locale} />],
      ...[null, 'd'].map(
        (dossierId) =>
          [
            `a draft to discard, of ${String(dossierId)}`,
            (locale: Locale) => (
              <DiscardDraft draft={{ id: '1', procedureName: name, savedAt: AT, dossierId }} locale={locale} />
            ),
          ] as const,
      ),
      ['the pages of a file', (locale) => viewer(locale, { pages: 3 })],
      ['a file that cannot be drawn', (locale) => viewer(locale, { pages: null })],
      ...scans.flatMap((scan) =>
        [true, false].map(
          (isDesk) =>
            [
              `a file that is ${scan}, ${isDesk ? 'at the desk' : 'at home'}`,
              (locale: Locale) => files(locale, scan, isDesk),
            ] as const,
        ),
      ),
    ],
    [...states, 'mat-truoc.jpg'],
  )
})

describe('a file', () => {
  it.each(scans)('that is %s is opened by an officer only if the scanner allows it', (scan) => {
    const html = renderToStaticMarkup(files('vi', scan, true))
    expect(linksOf(html).map(([, href]) => href)).toEqual(isReadable({ scan }) ? ['/xem'] : [])
    expect(html.includes('<img')).toBe(isReadable({ scan }))
    expect(textOf(html)).toContain(SCAN_STATUS[scan].vi)
  })

  it('of its own is always there for the applicant, who need not know that there is no scanner', () => {
    for (const scan of scans) {
      const html = renderToStaticMarkup(files('vi', scan, false))
      expect(linksOf(html)).toHaveLength(1)
      expect(textOf(html).includes(SCAN_STATUS[scan].vi)).toBe(scan !== 'unscanned')
    }
  })

  it('is drawn page by page, each named, and never without end', () => {
    const html = renderToStaticMarkup(viewer('vi', { pages: 5000 }))
    expect(html.match(/<img /g)).toHaveLength(200)
    expect(html).toContain('alt="Trang 1 / 200"')
    expect(html.match(/loading="eager"/g)).toHaveLength(2)
  })
})

describe('my dossiers', () => {
  it('says what to do where there are none', () => {
    expect(linksOf(renderToStaticMarkup(mine('vi')))).toEqual([['Tìm thủ tục', '/tim-kiem']])
  })

  it('names the day that counts: of the answer before acceptance, of the result after, none at the end', () => {
    const row = (changes: object) =>
      textOf(renderToStaticMarkup(mine('vi', { rows: [{ ...aRow('1', 'submitted'), ...changes }] })))
    expect(row({ dueAt: null })).toContain('Hạn trả lời tiếp nhận')
    expect(row({ state: 'in_review' })).toContain('17:00 02/10/2026')
    expect(row({ state: 'in_review', isPassed: true })).toContain('Đã qua hạn')
    expect(row({ state: 'result_returned' })).not.toContain('02/10/2026')
  })

  it('has a draft back by a form that names it', () => {
    const html = renderToStaticMarkup(mine('vi', { undo: { id: 'x1', procedureName: name } }))
    expect(inputsOf(html)).toEqual([{ name: 'draft', type: 'hidden', value: 'x1' }])
    expect(html).toMatch(/<form[^>]* action="\/ho-so"/)
  })

  it('leads to the next page whatever its cursor is made of', () => {
    const next = linksOf(renderToStaticMarkup(mine('vi', { rows: [aRow('1')], next: 'a&b=c d' }))).find(([key]) =>
      key.startsWith('Trang sau'),
    )
    expect(new URL(next?.[1] ?? '', 'http://x').searchParams.get('sau')).toBe('a&b=c d')
  })
})

it('a notice shows the words of people as words, and marks what is unread', () => {
  const html = renderToStaticMarkup(notices('vi', { body: { vi: HOSTILE, en: HOSTILE } }))
  expect(html).not.toContain('<script>alert')
  expect(faultsOf(html, ['dài', 'is punctuated'])).toEqual([])
  expect(textOf(html)).toContain('Mới')
  expect(textOf(renderToStaticMarkup(notices('vi', { readAt: AT })))).not.toContain('Mới')
})
