import { describe, expect, it } from 'vitest'
import type { Answers, Scope } from './answers'
import type { Field, FormDefinition } from './definition'
import { fieldsInRow } from './judge'
import { walk, warningsOf } from './journey'
import { actionOf, applyAction, keepField, keepPage, parseField, parsePage, withoutLabel } from './index'
import { formProblems } from './problems'
import { formDefinition } from './schema'
import { summaryOf } from './summary'

const label = { vi: 'Mục', en: 'Item' }
const form: FormDefinition = {
  pages: [
    {
      id: 'nguoi',
      title: label,
      fields: [
        { id: 'name', kind: 'personName', label, fact: 'person.fullName' },
        { id: 'dob', kind: 'partialDate', label },
        { id: 'number', kind: 'personalId', label, birthDateField: 'dob' },
      ],
    },
    {
      id: 'con',
      title: label,
      fields: [
        { id: 'hasChildren', kind: 'yesNo', label },
        {
          id: 'children',
          kind: 'group',
          label,
          min: 1,
          max: 3,
          showWhen: { field: 'hasChildren', eq: true },
          fields: [
            { id: 'name', kind: 'personName', label },
            { id: 'isPupil', kind: 'yesNo', label },
            { id: 'school', kind: 'text', label, showWhen: { field: '.isPupil', eq: true } },
          ],
        },
        { id: 'agree', kind: 'commitment', label },
      ],
    },
  ],
}
const scopeOf = (answers: Answers, facts: Answers = {}): Scope => ({ answers, facts, today: '2026-11-21' })
const codes = (result: ReturnType<typeof parsePage>) =>
  result.ok ? [] : (result.error.issues ?? []).map(({ path, code }) => `${path} ${code}`)

describe('what is wrong, in words', () => {
  const faultWords = (name: string, kind: 'text' | 'commitment') => {
    const page = { id: 'p', title: label, fields: [{ id: 'it', kind, label: { vi: name, en: name } }] }
    const parsed = parsePage({ pages: [page] }, 'p', {}, scopeOf({}))
    return parsed.ok ? '' : (parsed.error.issues?.[0]?.words.vi ?? '')
  }

  it('names the question and goes on in its sentence, or begins one after a question or promise', () => {
    expect(faultWords('Cơ quan cấp', 'text')).toBe('Cơ quan cấp: hãy nhập mục này.')
    expect(faultWords('Vì sao đổi?', 'text')).toBe('Vì sao đổi? Hãy nhập mục này.')
    expect(faultWords('Tôi cam kết khai đúng.', 'commitment')).toBe('Tôi cam kết khai đúng. Hãy đánh dấu để cam kết.')
  })
  it.each(['Cơ quan cấp', 'Vì sao đổi?'])('stands below “%s” without repeating it', (name) => {
    expect(withoutLabel(faultWords(name, 'text'), name)).toBe('Hãy nhập mục này.')
  })
})

describe('what is wrong in a row', () => {
  const residences: Field = {
    id: 'homes',
    kind: 'group',
    label,
    rowLabel: { vi: 'nơi cư trú', en: 'residence' },
    fields: [
      { id: 'from', kind: 'partialDate', label: { vi: 'Từ', en: 'From' } },
      { id: 'isOwn', kind: 'yesNo', label: { vi: 'Nhà của bạn?', en: 'Your own?' } },
    ],
  }
  const refusalsIn = (group: Field) => {
    const definition = { pages: [{ id: 'p', title: label, fields: [group] }] }
    const typed = { 'homes.0.from.y': '2004', 'homes.0.isOwn': 'yes', 'homes.1.from.y': '', 'homes.2.from.m': '5' }
    const parsed = parsePage(definition, 'p', typed, scopeOf({}))
    return parsed.ok ? [] : (parsed.error.issues ?? [])
  }

  it('names the row by its number on the page, also behind a blank one, and leads to the field', () => {
    expect(refusalsIn(residences)).toEqual([
      {
        path: 'homes.2.from.y',
        code: 'year-missing',
        words: {
          vi: 'Nơi cư trú 3 – Từ: hãy nhập ít nhất năm, ví dụ 1954.',
          en: 'Residence 3 – From: enter at least the year, for example 1954.',
        },
      },
      {
        path: 'homes.2.isOwn',
        code: 'choose-one',
        words: { vi: 'Nơi cư trú 3 – Nhà của bạn? Hãy chọn một mục.', en: 'Residence 3 – Your own? Choose one.' },
      },
    ])
  })
  it('is a line where the form has no name for its rows', () => {
    const [first] = refusalsIn({ ...residences, rowLabel: undefined })
    expect(first?.words.vi).toBe('Dòng 3 – Từ: hãy nhập ít nhất năm, ví dụ 1954.')
  })
  it('names the row at the field too, not the label again', () => {
    const shown = refusalsIn(residences).map(({ words }, at) =>
      withoutLabel(words.vi, residences.fields?.[at]?.label.vi ?? '', 'Nơi cư trú 3'),
    )
    expect(shown).toEqual(['Nơi cư trú 3 – Hãy nhập ít nhất năm, ví dụ 1954.', 'Nơi cư trú 3 – Hãy chọn một mục.'])
  })
})

describe('repeating groups', () => {
  const typed = { hasChildren: 'yes', 'children.0.name': 'lan', 'children.0.isPupil': 'yes', agree: 'on' }

  it('are judged row by row, with the conditions of the row', () => {
    expect(codes(parsePage(form, 'con', typed, scopeOf({})))).toEqual(['children.0.school required'])
    const done = parsePage(form, 'con', { ...typed, 'children.0.school': 'Kim Đồng' }, scopeOf({}))
    expect(done.ok && done.value['children']).toEqual([{ name: 'LAN', isPupil: true, school: 'Kim Đồng' }])
  })
  it('forget blank rows, close gaps and keep to their limits', () => {
    const rows = { 'children.3.name': 'Mai', 'children.3.isPupil': 'no', 'children.7.name': '' }
    const parsed = parsePage(form, 'con', { ...typed, 'children.0.isPupil': 'no', ...rows }, scopeOf({}))
    expect(parsed.ok).toBe(true)
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`children.${String(at)}.name`, 'Mai']))
    expect(codes(parsePage(form, 'con', { ...typed, ...many }, scopeOf({})))).toContain('children too-many')
    expect(codes(parsePage(form, 'con', { hasChildren: 'yes', agree: 'on' }, scopeOf({})))).toEqual([
      'children too-few',
    ])
  })
  it('grow and shrink by buttons, keeping what was typed', () => {
    const answers = keepPage(form, 'con', { ...typed, 'children.0.name': 'Lan 7' }, scopeOf({}))
    const more = applyAction(form, actionOf({ _add: 'children' }), answers)
    expect(more['children']).toEqual([{ name: 'Lan 7', isPupil: true, school: undefined }, {}])
    const less = applyAction(form, actionOf({ _remove: 'children.0' }), more)
    expect(less['children']).toEqual([{}])
    expect(applyAction(form, actionOf({ _remove: 'nothing.x' }), more)).toBe(more)
    expect(applyAction(form, { type: 'add', group: 'children' }, {})['children']).toHaveLength(2)
  })
  it('show the questions of a row as it stands', () => {
    const group = form.pages[1]?.fields[1]
    const shownIds = (row: Answers) =>
      group === undefined ? [] : fieldsInRow(group, row, scopeOf({})).map(({ id }) => id)
    expect(shownIds({ isPupil: true })).toEqual(['name', 'isPupil', 'school'])
    expect(shownIds({})).toEqual(['name', 'isPupil'])
  })
})

describe('boxes', () => {
  it('left empty take the answer back, where they were on the page', () => {
    const before = scopeOf({ agree: true, hasChildren: false })
    expect(keepPage(form, 'con', { _asked: 'agree', hasChildren: 'no' }, before)['agree']).toBeUndefined()
    expect(keepPage(form, 'con', { _asked: 'hasChildren', hasChildren: 'no' }, before)['agree']).toBe(true)
  })
})

describe('verified facts', () => {
  const facts = { 'person.fullName': 'Nguyễn Văn An' }
  it('answer their field and cannot be overwritten', () => {
    const parsed = parsePage(
      form,
      'nguoi',
      { name: 'Kẻ Khác', dob: '1990', number: '001090000001' },
      scopeOf({}, facts),
    )
    expect(parsed.ok && parsed.value).not.toHaveProperty('name')
    expect(keepField(form, 'name', 'Kẻ Khác', scopeOf({}, facts))).toEqual({})
    const forced = parseField(form, 'name', 'Kẻ Khác', scopeOf({}, facts))
    expect(forced.ok ? '' : forced.error.code).toBe('forbidden')
    const [section] = summaryOf(form, scopeOf({ name: 'Kẻ Khác' }, facts), 'vi')
    expect(section?.rows[0]).toMatchObject({ value: 'NGUYỄN VĂN AN', isVerified: true })
  })
  it('that do not fit are asked for instead', () => {
    expect(walk(form, scopeOf({ dob: { y: 1990 } }, { 'person.fullName': '4' })).firstUnanswered).toBe('nguoi')
  })
})

describe('one field at a time', () => {
  it('is judged and kept, also in a row', () => {
    expect(parseField(form, 'dob', '2/1954', scopeOf({}))).toEqual({ ok: true, value: { y: 1954, m: 2 } })
    expect(parseField(form, 'dob', '', scopeOf({}))).toEqual({ ok: true, value: undefined })
    expect(keepField(form, 'children.1.name', 'mai', scopeOf({}))['children']).toEqual([{}, { name: 'MAI' }])
    expect(keepField(form, 'children.100.name', 'mai', scopeOf({}))).toEqual({})
    expect(keepField(form, 'nowhere', 'x', scopeOf({}))).toEqual({})
    expect(keepField(form, '__proto__', 'x', scopeOf({}))).toEqual({})
    const unknown = parseField(form, 'children.0.nowhere', 'x', scopeOf({}))
    expect(unknown.ok ? '' : unknown.error.code).toBe('not-found')
  })
  it('keeps what is not valid yet as it was typed, without what no database holds', () => {
    expect(keepField(form, 'dob', { d: '31', m: '2', y: '1990' }, scopeOf({}))).toEqual({
      dob: { d: '31', m: '2', y: '1990' },
    })
    expect(keepField(form, 'number', '12\u0000\ud8003', scopeOf({}))).toEqual({ number: '123' })
  })
  it('raises doubts for the officer only', () => {
    const answers = { name: 'AN', dob: { y: 1991 }, number: '001090000001', hasChildren: false, agree: true }
    expect(walk(form, scopeOf(answers)).complete).toBe(true)
    expect(warningsOf(form, scopeOf(answers)).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'number personal-id-birth-year',
    ])
  })
  it('raises them inside a row by what stands beside', () => {
    const fields: Field[] = [
      { id: 'dob', kind: 'partialDate', label },
      { id: 'number', kind: 'personalId', label, birthDateField: '.dob' },
    ]
    const members: FormDefinition = {
      pages: [{ id: 'a', title: label, fields: [{ id: 'members', kind: 'group', label, fields }] }],
    }
    const rows = ['1990', '1991'].map((dob) => ({ dob, number: '001090000001' }))
    const doubts = warningsOf(members, scopeOf({ members: rows }))
    expect(doubts.map(({ path, words }) => `${path} ${words.vi.slice(0, 12)}`)).toEqual([
      'members.1.number Dòng 2 – Mục',
    ])
  })
})

describe('a definition', () => {
  const withField = (more: object) => ({
    pages: [{ id: 'a', title: label, fields: [{ id: 'x', kind: 'text', label, ...more }] }],
  })
  it('is refused for its shape', () => {
    expect(formDefinition.safeParse(form).success).toBe(true)
    for (const more of [
      { id: 'X' },
      { kind: 'file' },
      { options: [] },
      { scale: 2 },
      { showWhen: { field: 'x' } },
      { notBefore: 'soon' },
      { maxLenght: 3 },
    ]) {
      expect(formDefinition.safeParse(withField(more)).success, JSON.stringify(more)).toBe(false)
    }
  })
  it('is refused for what does not hang together', () => {
    const asks = (field: string) => ({ field, present: true })
    const text = (id: string, field?: string) => ({
      id,
      kind: 'text' as const,
      label,
      ...(field !== undefined && { showWhen: asks(field) }),
    })
    const codesOf = (fields: FormDefinition['pages'][number]['fields']) =>
      formProblems({ pages: [{ id: 'a', title: label, fields }] }).map(({ code }) => code)
    expect(codesOf([text('x'), text('x')])).toEqual(['duplicate-id'])
    expect(codesOf([text('x', 'y')])).toEqual(['dangling-field'])
    expect(codesOf([text('x', 'y'), text('y', 'z'), text('z', 'x')])).toEqual(['rule-cycle'])
    expect(codesOf([text('x', 'x')])).toEqual(['rule-cycle'])
    expect(codesOf([{ id: 'c', kind: 'choice', label }])).toEqual(['bad-field'])
    const later = formProblems({
      pages: [
        { id: 'a', title: label, fields: [text('x')], showWhen: asks('y') },
        { id: 'b', title: label, fields: [text('y')] },
      ],
    })
    expect(later.map(({ code }) => code)).toEqual(['unreachable-page'])
  })
})
