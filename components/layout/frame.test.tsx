import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { HOSTILE } from '@/components/dossier/page-view.fixture'
import { elementsOf, linksOf, parseMarkup, textOf } from '@/components/ui/markup.fixture'
import { faultsOf } from '@/components/ui/page-rules.fixture'
import { itKeepsTheRules } from '@/components/ui/views.fixture'
import type { Locale } from '@/lib/i18n'
import { Column, Frame } from './frame'
import { StatePage } from './state-page'
import { TEXT_SIZES } from './viewer'
import type { Viewer } from './viewer'

const PEOPLE: readonly Viewer['person'][] = [
  null,
  { name: 'NAME', area: 'applicant' },
  { name: 'NAME', area: 'officer' },
]
const STATES = ['not-found', 'failed', 'unavailable', 'too-many', 'too-large', 'too-slow', 'offline'] as const

const framed = (locale: Locale, viewer: Partial<Viewer> = {}) => (
  <Frame viewer={{ locale, size: 'normal', path: '/', person: null, ...viewer }} version="1.2.3">
    <Column>
      <title>T</title>
      <h1>{locale === 'vi' ? 'Trang' : 'Page'}</h1>
    </Column>
  </Frame>
)
const drawn = (viewer: Partial<Viewer> = {}) => renderToStaticMarkup(framed('vi', viewer))

describe('what stands around every page keeps the rules', () => {
  itKeepsTheRules(
    [
      ...PEOPLE.map(
        (person) => [`for ${person?.area ?? 'nobody'}`, (locale: Locale) => framed(locale, { person })] as const,
      ),
      ...STATES.map(
        (state) => [`in place of a page: ${state}`, (locale: Locale) => <StatePage {...{ state, locale }} />] as const,
      ),
    ],
    // Languages are called by their own names.
    ['Tiếng Việt', 'English'],
  )
})

describe('the frame', () => {
  it('lets one skip to the content, which can take the focus', () => {
    const html = drawn()
    expect(linksOf(html)[0]?.[1]).toBe('#noi-dung')
    expect(html).toMatch(/<main id="noi-dung" tabindex="-1"/)
  })

  it.each([
    ['/tim-kiem', '/tim-kiem'],
    ['/ho-so/1', '/ho-so'],
    ['/tim-kiem-khac', null],
    ['', null],
  ])('marks where one is: at %j', (path, current) => {
    const marked = [...drawn({ path }).matchAll(/<a href="([^"]*)" aria-current="page"/g)].map(([, href]) => href)
    // In the row, and in the menu of a phone.
    expect(marked).toEqual(current === null ? [] : [current, current])
  })

  it('leads officers to their desk and applicants to their dossiers, and offers nobody both', () => {
    const hrefs = (person: Viewer['person']) => linksOf(drawn({ person })).map(([, href]) => href)
    expect(hrefs({ name: 'A', area: 'officer' })).toContain('/can-bo')
    expect(hrefs({ name: 'A', area: 'officer' })).not.toContain('/ho-so')
    expect(hrefs({ name: 'A', area: 'applicant' })).toContain('/ho-so')
    expect(hrefs({ name: 'A', area: 'applicant' })).not.toContain('/can-bo')
    expect(hrefs(null)).toContain('/dang-nhap')
    expect(hrefs({ name: 'A', area: 'applicant' })).not.toContain('/dang-nhap')
  })

  it('signs out, and keeps a choice, by a POST that needs no script', () => {
    const html = drawn({ person: { name: 'A', area: 'applicant' } })
    for (const action of ['/dang-xuat', '/tuy-chon'])
      expect(html).toMatch(
        new RegExp(`<form[^>]*(action="${action}"[^>]*method="post"|method="post"[^>]*action="${action}")`),
      )
  })

  it.each(TEXT_SIZES)('says which size of text is chosen: %s', (size) => {
    const chosen = elementsOf(parseMarkup(drawn({ size }))).filter(
      ({ attributes }) => attributes['name'] === 'co-chu' && attributes['aria-pressed'] === 'true',
    )
    expect(chosen.map(({ attributes }) => attributes['value'])).toEqual([size])
  })

  it('shows a name as words, however long', () => {
    const html = drawn({ person: { name: HOSTILE, area: 'applicant' } })
    expect(html).not.toContain('<script>alert')
    expect(faultsOf(html, ['dài', 'is punctuated'])).toEqual([])
  })

  it('offers to load again only what was asked for, never what was sent', () => {
    const again = (state: (typeof STATES)[number]) =>
      linksOf(renderToStaticMarkup(<StatePage state={state} locale="vi" />)).some(([name]) => name === 'Thử lại')
    expect(STATES.filter(again)).toEqual(['failed', 'unavailable', 'too-many', 'offline'])
    for (const state of STATES)
      expect(textOf(renderToStaticMarkup(<StatePage state={state} locale="vi" />)).length).toBeGreaterThan(60)
  })
})
