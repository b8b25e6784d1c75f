import { describe, expect, it } from 'vitest'
import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Field } from '@/lib/forms'
import { SAMPLE_PROCEDURES } from '@/lib/seed/procedures'
import {
  aDossier,
  anId,
  aRequest,
  CALENDAR,
  COLLEAGUE,
  NOW,
  OFFICER,
  OTHER_UNIT,
  UNIT,
} from '../dossier/a-dossier.fixture'
import { askableItems, namedItems } from './askable'
import { refused, to } from './case.fixture'
import { handedOver, placeWith } from './hand-over'
import { requestSupplement } from './request-supplement'
import { supplement } from './supplement'

const words = (vi: string) => ({ vi, en: vi })
const [sample] = SAMPLE_PROCEDURES
const [aDocument, aCase] = [sample?.documents[0], sample?.cases[0]]
if (sample === undefined || aDocument === undefined || aCase === undefined) throw new Error('no procedures')

const field = (id: string, more: Partial<Field> = {}): Field => ({ id, kind: 'text', label: words(id), ...more })
const document = (code: string, origin: typeof aDocument.origin = 'upload') => ({
  ...aDocument,
  code,
  origin,
  name: words(code),
})
const caseOf = (code: string, ...codes: string[]) => ({
  ...aCase,
  code,
  documents: codes.map((item) => ({ code: item, isRequired: true })),
})

const DEFINITION: ProcedureDefinition = {
  ...sample,
  documents: [document('A'), document('B'), document('DON', 'form'), document('CSDL', 'database')],
  cases: [caseOf('one', 'A', 'DON', 'CSDL'), caseOf('two', 'B')],
  caseField: 'which',
  form: {
    pages: [
      { id: 'p', title: words('p'), fields: [field('which'), field('name', { fact: 'person.name' }), field('why')] },
      { id: 'q', title: words('q'), fields: [field('more', { showWhen: { field: 'why', eq: 'khác' } })] },
    ],
  },
}
const scope = (answers: Record<string, string>, facts: Record<string, string> = {}) => ({
  answers,
  facts,
  today: '2026-03-11',
})
const refs = (...args: Parameters<typeof askableItems>) =>
  askableItems(...args).map(({ target, ref }) => `${target} ${ref}`)

describe('what a supplement can ask for', () => {
  it('is what the applicant hands in for this case, and answered', () => {
    const all = ['document A', 'field name', 'field why']
    expect(refs(DEFINITION, 'one', scope({ why: 'mất' }))).toEqual(all)
    expect(refs(DEFINITION, 'two', scope({ why: 'mất' }))).toEqual(['document B', ...all.slice(1)])
    expect(refs(DEFINITION, 'no such case', scope({}))).toEqual(all.slice(1))
  })
  it('goes by the answers: a question not shown was not answered', () => {
    expect(refs(DEFINITION, 'one', scope({ why: 'khác' }))).toContain('field more')
  })
  it('leaves out what a register vouches for', () => {
    expect(refs(DEFINITION, 'one', scope({}, { 'person.name': 'Nguyễn Văn An' }))).not.toContain('field name')
  })
  it('is documents only where the procedure has no form', () => {
    const { form: _, ...formless } = DEFINITION
    expect(refs(formless, 'one', scope({}))).toEqual(['document A'])
  })
  it('has the names of the procedure', () => {
    expect(askableItems(DEFINITION, 'one', scope({}))[0]).toEqual({ target: 'document', ref: 'A', label: words('A') })
  })
})

describe('what was asked for, by name', () => {
  const askable = [
    { target: 'field', ref: 'A', label: words('Câu A') },
    { target: 'document', ref: 'A', label: words('Giấy A') },
    { target: 'document', ref: 'B', label: words('Giấy B') },
  ] as const
  const itemFor = (target: 'field' | 'document', ref: string) =>
    ({ target, ref, reason: 'wrong', howToMend: 'Xem mặt sau.' }) as const

  it('tells a question from a document of the same code', () => {
    const named = namedItems([itemFor('document', 'A'), itemFor('field', 'A'), itemFor('document', 'B')], askable)
    expect(named.ok && named.value.map(({ label }) => label.vi)).toEqual(['Giấy A', 'Câu A', 'Giấy B'])
  })
  it('refuses each that is unknown or named before, at its place', () => {
    const items = [itemFor('field', 'A'), itemFor('field', 'B'), itemFor('document', 'A'), itemFor('field', 'A')]
    expect(namedItems(items, askable)).toMatchObject(
      refused('invalid-input', {
        issues: [
          { path: 'items.1.howToMend', code: 'not-askable' },
          { path: 'items.3.howToMend', code: 'not-askable' },
        ],
      }),
    )
  })
})

describe('a request as the form sends it', () => {
  const item = { target: 'field', ref: 'A', reason: 'wrong', howToMend: 'Xem mặt sau.' }
  const read = (note: string, items: readonly Record<string, string>[], more: Record<string, string> = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ note, ...more })) form.set(name, value)
    for (const [index, entry] of items.entries())
      for (const [name, value] of Object.entries(entry)) form.set(`items.${String(index)}.${name}`, value)
    return requestSupplement.read(form)
  }

  it('holds what was ticked', () => {
    const parsed = read('Thiếu.', [{ ...item, on: 'co' }, item, { ...item, ref: 'B', on: 'co' }])
    expect(parsed.ok && parsed.value.items.map(({ ref }) => ref)).toEqual(['A', 'B'])
    expect(parsed.ok && parsed.value.note).toBe('Thiếu.')
  })
  it.each([
    ['nothing ticked', [item], {}],
    ['no list', [], {}],
    ['a list that is none', [], { items: 'x' }],
    ['words in place of an item', [], { 'items.0': 'x' }],
    ['a tick without saying how to mend it', [{ ...item, howToMend: '', on: 'co' }], {}],
  ])('with %s is none', (_, items, more) => {
    expect(read('', items, more)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })
})

describe('the event of an answer', () => {
  it('names once what changed, what came with files, and what was explained', () => {
    const item = { target: 'document' as const, explanation: null, added: [], replaced: [] }
    const replies = {
      items: [
        { ...item, ref: 'A', added: [anId(1)] },
        { ...item, ref: 'B' },
        { ...item, ref: 'C', explanation: 'Không có.' },
      ],
      before: { x: 'cũ', y: 'bỏ' },
      after: { x: 'mới', z: 'thêm' },
    }
    const facts = { open: aRequest(), answers: {}, replies, calendar: CALENDAR, intakeDueAt: NOW }
    const decided = supplement.decide(aDossier('incomplete'), {}, facts, to('submitted'))
    expect(decided.ok && decided.value.event.data).toMatchObject({ changed: ['x', 'y', 'z', 'A'], explained: ['C'] })
  })
})

describe('into whose hands, and in which unit', () => {
  const places = [
    { assigneeId: COLLEAGUE, unitId: OTHER_UNIT },
    { assigneeId: OFFICER, unitId: OTHER_UNIT },
    { assigneeId: OFFICER, unitId: UNIT },
  ]

  it('stays in its unit where the person works there, else goes to theirs', () => {
    expect(placeWith(OFFICER, { unitId: UNIT }, places)).toEqual({ assigneeId: OFFICER, unitId: UNIT })
    expect(placeWith(OFFICER, { unitId: null }, places)).toEqual({ assigneeId: OFFICER, unitId: OTHER_UNIT })
    expect(placeWith(COLLEAGUE, { unitId: UNIT }, places)).toEqual({ assigneeId: COLLEAGUE, unitId: OTHER_UNIT })
    expect(placeWith(anId(9), { unitId: UNIT }, places)).toBeNull()
  })
  it('how long it has been in its state goes on, unless the state is another', () => {
    const handOver = (to: 'in_review' | 'accepted') =>
      handedOver(aDossier('in_review'), { assigneeId: OFFICER, unitId: UNIT }, { to, by: OFFICER, now: NOW }).set
    expect(handOver('in_review')).toEqual({ state: 'in_review', assigneeId: OFFICER, unitId: UNIT, heldSince: NOW })
    expect(handOver('accepted')).toMatchObject({ state: 'accepted', stateSince: NOW })
  })
})
