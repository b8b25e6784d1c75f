import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { HOSTILE, OWN } from '@/components/dossier/page-view.fixture'
import { inputsOf, linksOf, textOf } from '@/components/ui/markup.fixture'
import { faultsOf } from '@/components/ui/page-rules.fixture'
import { itKeepsTheRules } from '@/components/ui/views.fixture'
import { placeOf, QUEUES, STATES } from '@/lib/dossiers'
import type { Queue, State } from '@/lib/dossiers'
import type { Locale } from '@/lib/i18n'
import type { InboxRow } from './inbox-table'
import { InboxView } from './inbox-view'
import { OwnStart } from './own-start'

const DUE = new Date('2026-10-02T10:00:00Z')
const isQueue = (name: string): name is Queue => Object.hasOwn(QUEUES, name)
const isState = (name: string): name is State => Object.hasOwn(STATES, name)
const queues = Object.keys(QUEUES).filter(isQueue)
const states = Object.keys(STATES).filter(isState)

const aRow = (id: string, changes: Partial<InboxRow> = {}): InboxRow => ({
  ...{ id, version: 3, submissionCode: `SUBMISSION${id}`, dossierCode: null, applicantName: 'Nguyễn Văn An' },
  ...{
    procedureName: { vi: 'Đổi giấy phép lái xe', en: 'Licence' },
    assigneeName: 'Trần Văn Minh',
    state: 'in_review',
  },
  ...{ intakeDueAt: DUE, dueAt: DUE, mark: null },
  ...changes,
})

type View = Parameters<typeof InboxView>[0]['view']
const PEOPLE = [{ id: 'u1', name: 'Lan' }]
const FILTER = { procedureCode: '1.002796', holderId: 'u1' }

function desk(locale: Locale, changes: Partial<View> = {}, people = PEOPLE, isAllChosen = false) {
  const view: View = {
    ...{
      queue: 'mine',
      q: '',
      rows: [aRow('1')],
      next: null,
      counts: { mine: 1 },
      shown: queues,
      matches: null,
      filter: {},
    },
    ...changes,
  }
  const procedures = [{ code: '1.002796', name: { vi: 'Đổi giấy phép', en: 'Licence' } }]
  const pages = [{ href: '/giam-sat', words: { vi: 'Tình hình', en: 'How it stands' } }]
  return (
    <InboxView
      {...{ view, procedures, people, pages, isAllChosen, locale }}
      assign={(sent) => Promise.resolve(sent)}
      signsResults
    />
  )
}
const drawn = (changes: Partial<View> = {}, people = PEOPLE, isAllChosen = false) =>
  renderToStaticMarkup(desk('vi', changes, people, isAllChosen))

const many = Array.from({ length: 20 }, (_, at) => aRow(String(at)))

describe('the desk keeps the rules', () => {
  itKeepsTheRules(
    [
      ...queues.map((queue) => [`in ${queue}`, (locale: Locale) => desk(locale, { queue })] as const),
      ['with nothing in it', (locale) => desk(locale, { rows: [] })],
      ['with many and more to come', (locale) => desk(locale, { rows: many, next: 'm', queue: 'all' }, PEOPLE, true)],
      [
        'when a search finds nothing',
        (locale) => desk(locale, { rows: [], q: 'x', matches: { total: 0, isMore: false } }),
      ],
      [
        'when a search finds too much',
        (locale) => desk(locale, { rows: many, q: 'x', matches: { total: 500, isMore: true } }),
      ],
      ['where nobody can be given anything', (locale) => desk(locale, {}, [])],
      ['for every state', (locale) => desk(locale, { rows: states.map((state) => aRow(state, { state })) })],
      ['of whoever has no post', (locale) => <OwnStart pages={[]} locale={locale} />],
    ],
    [...OWN, ...states],
  )
})

describe('a queue', () => {
  it('is led to by its words, from every other, the present one marked', () => {
    const links = linksOf(drawn({ queue: 'overdue' }))
    for (const queue of queues)
      expect(
        links.some(
          ([name, href]) => name.startsWith(QUEUES[queue].words.vi) && href.includes(`hang-doi=${QUEUES[queue].slug}`),
        ),
      ).toBe(true)
    expect(drawn({ queue: 'overdue' }).match(/aria-current="page"/g)).toHaveLength(1)
  })

  it('keeps what narrows it on the way to the next page and to another queue', () => {
    const links = linksOf(drawn({ queue: 'all', filter: FILTER, next: 'a&b=c' }))
    const next = new URL(links.find(([name]) => name.startsWith('Trang sau'))?.[1] ?? '', 'http://x')
    expect(Object.fromEntries(next.searchParams)).toEqual({
      ...{ 'hang-doi': 'tat-ca', 'thu-tuc': '1.002796', nguoi: 'u1', sau: 'a&b=c' },
    })
    const other = new URL(links.find(([name]) => name.startsWith('Quá hạn'))?.[1] ?? '', 'http://x')
    expect(other.searchParams.get('thu-tuc')).toBe('1.002796')
    expect(other.searchParams.get('sau')).toBeNull()
  })

  it('says how many wait in the others where that is counted', () => {
    const names = linksOf(drawn({ counts: { mine: 0, overdue: 12 } })).map(([name]) => name)
    expect(names).toEqual(expect.arrayContaining(['Của tôi0', 'Quá hạn12', 'Chờ duyệt']))
  })
})

describe('a row', () => {
  it.each(states)('in %s says whose move it is', (state) => {
    const text = textOf(drawn({ rows: [aRow('1', { state })] }))
    const place = placeOf(state)
    const words = { desk: 'Bộ phận Một cửa', applicant: 'Người nộp hồ sơ', leader: 'Lãnh đạo cơ quan' }
    expect(text).toContain(place === null ? '–' : place === 'handler' ? 'Trần Văn Minh' : words[place])
  })

  it('says that nobody has it, that a clock stands still, and that a term is over', () => {
    expect(textOf(drawn({ rows: [aRow('1', { assigneeName: null })] }))).toContain('Chưa phân công')
    expect(textOf(drawn({ rows: [aRow('1', { state: 'awaiting_supplement' })] }))).toContain('Đang tạm dừng')
    expect(textOf(drawn({ rows: [aRow('1', { mark: 'overdue' })] }))).toContain('Quá hạn')
    expect(textOf(drawn({ rows: [aRow('1')] }))).toContain('17:00 02/10/2026')
    // What has ended has no term left.
    expect(textOf(drawn({ rows: [aRow('1', { state: 'terminated', mark: null })] }))).not.toContain('02/10/2026')
  })

  it('shows the code it has, and leads to its dossier', () => {
    const rows = [aRow('1'), aRow('2', { dossierCode: 'H26.101-260925-0001' })]
    const links = linksOf(drawn({ rows }))
    expect(links).toContainEqual(['SUBMISSION1', '/can-bo/ho-so/1'])
    expect(links).toContainEqual(['H26.101-260925-0001', '/can-bo/ho-so/2'])
  })

  it('is ticked with the version that was seen, all of them by one link', () => {
    const ticks = (html: string) => inputsOf(html).filter(({ name }) => name === 'chon')
    expect(ticks(drawn({ queue: 'all' }))).toEqual([{ name: 'chon', type: 'checkbox', value: '1~3' }])
    expect(drawn({ queue: 'all', rows: many }, PEOPLE, true).match(/ checked=""/g)).toHaveLength(20)
    expect(ticks(drawn({ queue: 'all' }, []))).toEqual([])
    expect(linksOf(drawn({ queue: 'all' }))).toContainEqual(['Chọn cả trang', '/can-bo?hang-doi=tat-ca&chon=tat-ca'])
  })

  it('shows the words of people as words', () => {
    const html = drawn({
      q: HOSTILE,
      matches: { total: 1, isMore: false },
      rows: [aRow('1', { applicantName: HOSTILE, assigneeName: HOSTILE })],
    })
    expect(html).not.toContain('<script>alert')
    expect(faultsOf(html, ['dài', 'is punctuated'])).toEqual([])
  })
})
