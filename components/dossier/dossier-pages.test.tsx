import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { buttonsOf, linksOf, textOf } from '@/components/ui/markup.fixture'
import { faultsOf } from '@/components/ui/page-rules.fixture'
import { itKeepsTheRules } from '@/components/ui/views.fixture'
import type { View } from '@/components/ui/views.fixture'
import { actPageOf, EVENT_FACTS, isCommand, isEventType, OPERATIONS, STATE_WORDS, STATES } from '@/lib/dossiers'
import type { Command, State } from '@/lib/dossiers'
import { LOCALES } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { DomainError } from '@/lib/kernel'
import { drivingLicence } from '@/lib/seed/procedures/driving-licence'
import { ApplicantDossier } from './applicant-dossier'
import { DOSSIER } from './dossier.fixture'
import type { DossierPageView } from './dossier-page-view'
import { OfficerDossier } from './officer-dossier'
import { aFile, anItem, aPageView, aRound, HOSTILE, LATER, OWN } from './page-view.fixture'

type Changes = Partial<DossierPageView>

const never = () => Promise.resolve()
const isState = (name: string): name is State => Object.hasOwn(STATES, name)
const states = Object.keys(STATES).filter(isState)
const commands = Object.keys(OPERATIONS).filter(isCommand)
const by = (who: 'officer' | 'applicant', state: State): Command[] =>
  commands.filter(
    (command) => OPERATIONS[command].by === who && OPERATIONS[command].moves.some(([from]) => from === state),
  )

const view = (state: State, changes: Changes = {}) => aPageView(state, { definition: drivingLicence, ...changes })

const applicants = (state: State, changes: Changes = {}, locale: Locale = 'vi', done?: string) => (
  <ApplicantDossier view={view(state, { commands: by('applicant', state), ...changes })} done={done} locale={locale} />
)
const officers = (state: State, changes: Changes = {}, locale: Locale = 'vi') => (
  <OfficerDossier
    view={view(state, { commands: by('officer', state), ...changes })}
    draft={state === 'awaiting_approval' ? { dossierId: DOSSIER.id, pages: 2 } : null}
    units={['A', 'B'].map((name) => ({ id: name, name: `Unit ${name}`, isUsual: name === 'B' }))}
    done={null}
    actionOf={() => (sent) => Promise.resolve(sent)}
    sign={never}
    locale={locale}
  />
)

/** Everything a dossier may have on it, all at once. */
const FULL: Changes = {
  clockSteps: [
    { id: '1', at: LATER, explanation: [{ vi: 'Tính từ 25/09.', en: 'From 25/09.' }], legalGround: 'Article 9' },
  ],
  answers: [
    { pageId: 'a', title: 'ANSWERS', rows: [] },
    {
      ...{ pageId: 'b', title: 'MORE' },
      rows: [
        { fieldId: 'one', label: 'ONE', value: 'uno', isVerified: true, isBlank: false },
        { fieldId: 'two', label: 'TWO', value: '–', isVerified: false, isBlank: true },
      ],
    },
  ],
  warnings: [{ path: 'x', code: 'x', words: { vi: 'Hãy so.', en: 'Compare.' } }],
  files: [
    aFile(),
    aFile({ id: '2', requirementCode: 'ANH', name: 'face.png', scan: 'infected' }),
    aFile({
      id: '3',
      requirementCode: 'GKSK',
      name: 'kham.pdf',
      mediaType: 'application/pdf',
      pages: 3,
      scan: 'pending',
    }),
    aFile({ id: '4', requirementCode: 'UNKNOWN', name: 'x.pdf', scan: 'unscanned', supersededAt: LATER }),
  ],
  verdicts: new Map([['ab'.repeat(32), 'valid']]),
  documents: (['unsigned', 'B-LT', 'B-LTA'] as const).map((signedLevel) => ({
    ...{ id: signedLevel, kind: 'receipt', number: '', size: 4096, issuedAt: LATER, signedLevel },
    signerName: signedLevel === 'unsigned' ? null : 'Phạm Thị Dung',
  })),
  rounds: [aRound({ id: 'r2', number: 2 }), aRound({ closedAt: LATER, note: 'Thank you.' })],
  contact: { phone: '+842400000102', answers: 'officer' },
}
const OF_FULL = [...OWN, 'Phạm Thị Dung', 'face.png', 'kham.pdf', 'mat-truoc.jpg', 'UNKNOWN', 'Tính từ']

describe('the page of a dossier keeps the rules in every state', () => {
  itKeepsTheRules(
    [
      ...states.flatMap((state): View[] => [
        [`${state}, to the applicant`, (locale) => applicants(state, {}, locale)],
        [`${state}, to the officer`, (locale) => officers(state, {}, locale)],
      ]),
      ...(['awaiting_supplement', 'result_returned'] as const).flatMap((state): View[] => [
        [`${state}, with all there is, to the applicant`, (locale) => applicants(state, FULL, locale)],
        [`${state}, with all there is, to the officer`, (locale) => officers(state, FULL, locale)],
      ]),
      ['where its contents are not for this session', (locale) => applicants('in_review', { isClosed: true }, locale)],
    ],
    OF_FULL,
  )
})

describe('whoever opens a dossier', () => {
  it.each(states)('reads in which state it is: %s', (state) => {
    for (const locale of LOCALES)
      for (const page of [applicants(state, {}, locale), officers(state, {}, locale)])
        expect(textOf(renderToStaticMarkup(page))).toContain(STATE_WORDS[state][locale])
  })

  it.each(states)('finds every act there is for an officer in %s, each once, and a way to send it', (state) => {
    const html = renderToStaticMarkup(officers(state))
    const acts = by('officer', state)
    for (const command of acts) {
      const words = OPERATIONS[command].words.vi
      const page = actPageOf(command)
      const offered = page === null ? buttonsOf(html) : linksOf(html).map(([name]) => name)
      expect(offered.filter((name) => name === words)).toEqual([words])
    }
    const saysNothing = textOf(html).includes('Lúc này hồ sơ không chờ bạn làm gì.')
    expect(saysNothing).toBe(acts.length === 0)
  })

  it('is offered nothing that would fail now, and told why', () => {
    const issues = [{ path: '', code: 'x', words: { vi: 'Chưa soạn.', en: 'No draft.' } }]
    const error: DomainError = { code: 'not-complete', issues }
    const html = renderToStaticMarkup(
      officers('in_review', { commands: [], hindered: [{ command: 'submitForApproval', error }] }),
    )
    expect(textOf(html)).toContain(`${OPERATIONS.submitForApproval.words.vi}: Chưa soạn.`)
    expect(buttonsOf(html)).toEqual([])
  })

  it.each(states)('as the applicant finds the acts that are theirs in %s', (state) => {
    const html = renderToStaticMarkup(applicants(state))
    const acts = by('applicant', state)
    expect(linksOf(html).some(([, href]) => href.endsWith('/rut'))).toBe(acts.includes('withdraw'))
    expect(buttonsOf(html).includes('Bổ sung ngay')).toBe(acts.includes('supplement'))
    expect([...acts].sort()).toEqual(
      [acts.includes('supplement') ? 'supplement' : '', acts.includes('withdraw') ? 'withdraw' : ''].filter(Boolean),
    )
  })

  it('is told why it ended before where it was', () => {
    for (const state of ['not_accepted', 'terminated'] as const)
      for (const page of [applicants(state), officers(state)]) {
        const text = textOf(renderToStaticMarkup(page))
        expect(text.indexOf('Không đủ điều kiện.')).toBeGreaterThan(-1)
        expect(text.indexOf('Không đủ điều kiện.')).toBeLessThan(text.indexOf('Hồ sơ đang ở đâu'))
        expect(text).toContain('Căn cứ: NĐ 118/2025/NĐ-CP')
        expect(text).toContain('Đã kết thúc')
      }
  })

  it('counts money and days as people here write them', () => {
    const text = textOf(renderToStaticMarkup(applicants('in_review')))
    expect(text).toContain('Phí, lệ phí: 135.000 đồng')
    expect(text).toContain('17:00 thứ Sáu 02/10/2026')
    const english = textOf(renderToStaticMarkup(applicants('in_review', {}, 'en')))
    expect(english).toContain('Fee: VND 135,000')
    expect(english).toContain('17:00 Friday 02/10/2026')
  })

  it('leads from the result to the paper, and only to one that is there', () => {
    const paper = {
      ...{ id: 'p1', kind: 'result', number: '1/QĐ', size: 9, issuedAt: LATER },
      signedLevel: 'B-LT' as const,
    }
    const returned = linksOf(
      renderToStaticMarkup(applicants('result_returned', { documents: [{ ...paper, signerName: null }] })),
    )
    expect(returned).toContainEqual(['Tải kết quả', '/van-ban/p1'])
    for (const [state, documents] of [
      ['result_returned', []],
      ['completed', [{ ...paper, signerName: null }]],
    ] as const)
      expect(
        linksOf(renderToStaticMarkup(applicants(state, { documents: [...documents] }))).map(([name]) => name),
      ).not.toContain('Tải kết quả')
  })

  it.each([
    ['nop', 'Đã nộp hồ sơ. Mã nộp của bạn: 7KQ2M9XA4T'],
    ['bo-sung', 'Đã gửi bổ sung.'],
    ['rut', 'Đã ghi nhận yêu cầu rút hồ sơ.'],
  ])('is told what was just done (%s)', (done, words) => {
    expect(textOf(renderToStaticMarkup(applicants('submitted', {}, 'vi', done)))).toContain(words)
  })

  it('is told nothing that an address made up', () => {
    expect(renderToStaticMarkup(applicants('submitted', {}, 'vi', '<b>constructor'))).toBe(
      renderToStaticMarkup(applicants('submitted')),
    )
  })
})

describe('what happened', () => {
  it('is told in words for every kind of event, by whom and when, the last first', () => {
    const types = Object.keys(EVENT_FACTS).filter(isEventType)
    const history = types.map((action, entry) => ({
      ...{ entry, at: LATER, action, reason: null },
      ...{
        actorKind: ['citizen', 'officer', 'worker'][entry % 3] ?? '',
        actorName: entry % 2 === 0 ? 'Trần Văn Minh' : null,
      },
    }))
    for (const locale of LOCALES) {
      const html = renderToStaticMarkup(applicants('in_review', { history }, locale))
      const text = textOf(html)
      for (const type of types) expect(text).toContain(EVENT_FACTS[type].words[locale])
      expect(text.indexOf(EVENT_FACTS[types.at(-1) ?? 'dossier.submitted'].words[locale])).toBeGreaterThan(0)
      expect(faultsOf(html, OWN)).toEqual([])
    }
  })

  it('leaves out what is no event of a dossier', () => {
    const alien = {
      ...{ entry: 1, at: LATER, action: 'constructor', actorKind: 'officer', actorName: null },
      reason: null,
    }
    expect(textOf(renderToStaticMarkup(applicants('in_review', { history: [alien] })))).not.toContain('constructor')
  })
})

describe('the words of people', () => {
  const reason = { ground: HOSTILE, reason: HOSTILE, guidance: HOSTILE }
  const hostile: Changes = {
    assigneeName: HOSTILE,
    answers: [
      {
        ...{ pageId: 'a', title: HOSTILE },
        rows: [{ fieldId: 'a', label: HOSTILE, value: HOSTILE, isVerified: false, isBlank: false }],
      },
    ],
    files: [aFile({ name: HOSTILE })],
    rounds: [
      aRound({
        ...{ note: HOSTILE, requesterName: HOSTILE },
        items: [anItem({ before: HOSTILE, after: HOSTILE, added: [aFile({ name: HOSTILE })], explanation: HOSTILE })],
        followed: [{ ref: 'r', label: HOSTILE, before: HOSTILE, after: '' }],
      }),
    ],
    history: [{ entry: 1, at: LATER, action: 'dossier.accepted', actorKind: 'officer', actorName: HOSTILE, reason }],
    documents: [
      {
        ...{ id: '1', kind: HOSTILE, number: HOSTILE, size: 1, issuedAt: LATER },
        signedLevel: 'B-LT',
        signerName: HOSTILE,
      },
    ],
    resultRows: [{ id: 'r', label: HOSTILE, value: HOSTILE }],
  }

  it.each(['awaiting_supplement', 'awaiting_approval', 'terminated', 'withdrawal_requested'] as const)(
    'stay words on every page of a dossier that is %s',
    (state) => {
      const base = view(state, hostile)
      const dossier = {
        ...base.dossier,
        ...{ applicantName: HOSTILE, procedureName: { vi: HOSTILE, en: HOSTILE } },
        closing: base.dossier.closing && { ground: HOSTILE, reason: HOSTILE, guidance: HOSTILE },
      }
      for (const page of [applicants(state, { ...hostile, dossier }), officers(state, { ...hostile, dossier })]) {
        const html = renderToStaticMarkup(page)
        expect(html).not.toContain('<script>alert')
        expect(textOf(html)).toContain('<script>alert("x")</script>\'"&')
        expect(faultsOf(html, ['<script>', 'dài', 'is punctuated'])).toEqual([])
      }
    },
  )

  it('are not lost where they are nothing', () => {
    const round = aRound({
      items: [anItem({ before: '', after: 'moi' }), anItem({ before: 'cu', after: '' }, 'ANH')],
      followed: [{ ref: 'r', label: 'FOLLOWED', before: '', after: 'b' }],
    })
    const text = textOf(renderToStaticMarkup(applicants('incomplete', { rounds: [round] })))
    expect(text).toMatch(/Đã khai: để trống .*Sửa thành: moi/)
    expect(text).toMatch(/Đã khai: cu .*Sửa thành: để trống/)
    expect(text).toContain('FOLLOWED: từ “để trống” thành “b”')
  })
})
