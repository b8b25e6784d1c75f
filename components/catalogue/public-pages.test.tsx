import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { AgencyColumns } from '@/components/agency/agency-columns'
import { AgencyView } from '@/components/agency/agency-view'
import { HOSTILE } from '@/components/dossier/page-view.fixture'
import { helpTopics } from '@/components/help/help-words'
import { TopicList } from '@/components/help/topic-list'
import { inputsOf, linksOf, textOf } from '@/components/ui/markup.fixture'
import { faultsOf } from '@/components/ui/page-rules.fixture'
import { itKeepsTheRules } from '@/components/ui/views.fixture'
import type { Agency } from '@/lib/agencies'
import { FIELD_WORDS, LIFE_EVENT_WORDS } from '@/lib/catalogue'
import { STAGES, STATE_WORDS, stageOf, STATES } from '@/lib/dossiers'
import type { State } from '@/lib/dossiers'
import type { Locale } from '@/lib/i18n'
import { SAMPLE_PROCEDURES } from '@/lib/seed/procedures'
import { HomeView } from './home-view'
import { LookUpForm } from './look-up-form'
import { LookUpResult } from './look-up-result'
import { PendingWork } from './pending-work'
import { SearchView } from './search-view'
import { searchQuery } from './topics'

const today = '2026-11-21'
const isState = (name: string): name is State => Object.hasOwn(STATES, name)
const states = Object.keys(STATES).filter(isState)
const topics = [
  ...Object.keys(FIELD_WORDS).map((code) => ({ kind: 'field', code, count: 2 })),
  ...Object.keys(LIFE_EVENT_WORDS).map((code) => ({ kind: 'lifeEvent', code, count: 1 })),
  { kind: 'audience', code: 'citizen', count: 9 },
]
const online = SAMPLE_PROCEDURES.filter((procedure) => procedure.online)
const name = { vi: 'Đổi giấy phép', en: 'Licence' }

type Search = Partial<Parameters<typeof SearchView>[0]>
function search(locale: Locale, query: Record<string, string> = {}, changes: Search = {}) {
  const results = { services: [...SAMPLE_PROCEDURES], next: null, suggestions: [], elsewhere: [], topics, today }
  return <SearchView {...results} query={searchQuery(query)} {...changes} locale={locale} />
}
const pending = (locale: Locale) => (
  <PendingWork
    drafts={[{ id: 'd1', procedureName: name }]}
    waiting={[{ id: 'w1', procedureName: { vi: 'Khai sinh', en: 'Birth' }, state: 'awaiting_supplement' }]}
    locale={locale}
  />
)
const agency: Agency = {
  ...{ code: 'H26', name: { vi: 'Ủy ban', en: 'Committee' }, level: 'province', function: 'provincialCommittee' },
  ...{
    parentCode: null,
    superiorCode: null,
    provinceCode: '01',
    wardCode: null,
    isSample: true,
    source: 'Quyết định 20/2020',
  },
}
const lookUp = (state: State, locale: Locale) => (
  <LookUpResult answer={{ code: 'H26', state, reached: stageOf(state, true) }} locale={locale} />
)

describe('public pages keep the rules', () => {
  itKeepsTheRules(
    [
      ['home', (locale) => <HomeView {...{ online, topics, today, locale }} pending={null} />],
      [
        'home, with work waiting',
        (locale) => <HomeView {...{ online, topics, today, locale }} pending={pending(locale)} />,
      ],
      [
        'home of an empty catalogue',
        (locale) => <HomeView {...{ online: [], topics: [], today, locale }} pending={null} />,
      ],
      ['everything there is', (locale) => search(locale)],
      [
        'a narrowed search, with more',
        (locale) => search(locale, { q: 'x', 'linh-vuc': 'transport', sau: 's' }, { next: 'n' }),
      ],
      [
        'nothing found, but something near',
        (locale) => search(locale, { q: 'xyz' }, { services: [], suggestions: [{ slug: 'a', name }] }),
      ],
      [
        'nothing here, but elsewhere',
        (locale) =>
          search(
            locale,
            { q: 'thuế' },
            { services: [], elsewhere: [{ name, doneBy: { vi: 'Ở nơi khác.', en: 'Elsewhere.' } }] },
          ),
      ],
      ...states.map((state) => [`a look-up of what is ${state}`, (locale: Locale) => lookUp(state, locale)] as const),
      ['a look-up of nothing', (locale) => <LookUpResult answer={{ code: 'ABC', state: null }} locale={locale} />],
      ['looking up', (locale) => <LookUpForm id="ma" locale={locale} />],
      [
        'an agency',
        (locale) => (
          <AgencyView
            {...{ agency, above: [], services: [...online], today, locale }}
            units={[{ id: 'u', agencyCode: 'H26', code: 'U', kind: 'oneStop', name: { vi: 'Một cửa', en: 'Desk' } }]}
          />
        ),
      ],
      [
        'an agency without units or services',
        (locale) => (
          <AgencyView
            {...{ agency: { ...agency, source: '' }, above: [agency], units: [], services: [], today, locale }}
          />
        ),
      ],
      [
        'agencies',
        (locale) => (
          <AgencyColumns
            id="a"
            title={locale === 'vi' ? 'Bộ' : 'Ministries'}
            links={[{ href: '/co-quan/H26', label: 'A' }]}
          />
        ),
      ],
      ...[true, false].map(
        (hasScanner) =>
          [
            `help, scanner ${String(hasScanner)}`,
            (locale: Locale) => <TopicList topics={helpTopics(hasScanner)} locale={locale} hasContents />,
          ] as const,
      ),
    ],
    ['thuế'],
  )
})

describe('a search', () => {
  it('keeps its words and what narrows it on the way to more', () => {
    const query = { q: 'a&b "c"', 'linh-vuc': 'transport' }
    const html = renderToStaticMarkup(search('vi', query, { next: 'n=1' }))
    const next = new URL(linksOf(html).find(([name]) => name.startsWith('Trang sau'))?.[1] ?? '', 'http://x')
    expect(Object.fromEntries(next.searchParams)).toEqual({ ...query, sau: 'n=1' })
    expect(inputsOf(html)).toContainEqual({ name: 'q', type: 'search', value: 'a&b "c"' })
    expect(inputsOf(html)).toContainEqual({ name: 'linh-vuc', type: 'hidden', value: 'transport' })
  })

  it('takes one value of a name, of a length that can be searched for', () => {
    expect(searchQuery({ q: ['a', 'b'], sau: 'x'.repeat(300) })).toMatchObject({ q: '', sau: 'x'.repeat(200) })
    expect(searchQuery({ q: '  khai\u0000 sinh  ' }).q).not.toContain('\u0000')
  })

  it('shows what was searched for as words', () => {
    const html = renderToStaticMarkup(search('vi', { q: HOSTILE }, { services: [] }))
    expect(html).not.toContain('<script>alert')
    expect(faultsOf(html, ['dài', 'is punctuated'])).toEqual([])
  })

  it('leads from every service to its page, with time and cost', () => {
    const html = renderToStaticMarkup(search('vi'))
    for (const {
      slug,
      name: { vi },
    } of SAMPLE_PROCEDURES)
      expect(linksOf(html)).toContainEqual([vi, `/dich-vu/${slug}`])
    expect(textOf(html).match(/Thời hạn: /g)).toHaveLength(SAMPLE_PROCEDURES.length)
  })
})

describe('a look-up', () => {
  it.each(states)('of what is %s tells the state, and marks where it is', (state) => {
    const html = renderToStaticMarkup(lookUp(state, 'vi'))
    expect(textOf(html)).toContain(STATE_WORDS[state].vi)
    const hasEnded = ['not_accepted', 'terminated', 'result_returned'].includes(state)
    expect(html.match(/aria-current="step"/g)?.length ?? 0).toBe(hasEnded ? 0 : 1)
    for (const stage of STAGES) expect(textOf(html)).toContain(stage.vi)
  })

  it('tells nothing but how far it is, and as words what was typed', () => {
    const html = renderToStaticMarkup(<LookUpResult answer={{ code: HOSTILE, state: null }} locale="vi" />)
    expect(html).not.toContain('<script>alert')
    expect(faultsOf(html, ['dài', 'is punctuated'])).toEqual([])
  })
})

it('home leads to every topic that has services, with how many', () => {
  const links = linksOf(renderToStaticMarkup(<HomeView {...{ online, topics, today }} pending={null} locale="en" />))
  for (const code of Object.keys(FIELD_WORDS))
    expect(links.some(([, href]) => href === `/tim-kiem?linh-vuc=${code}`)).toBe(true)
  expect(links.some(([label]) => label.endsWith('1 service'))).toBe(true)
  expect(links.some(([label]) => label.endsWith('2 services'))).toBe(true)
})

it('home says nothing of work to whom none waits', () => {
  expect(renderToStaticMarkup(<PendingWork drafts={[]} waiting={[]} locale="vi" />)).toBe('')
})
