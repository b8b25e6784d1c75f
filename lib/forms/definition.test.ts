import { describe, expect, it } from 'vitest'
import type { Field, FormDefinition, Page } from './definition'
import { formProblems } from './problems'
import { fieldSchema, ruleSchema } from './schema'

const label = { vi: 'Mục', en: 'Item' }
const field = (id: string, more: Partial<Field> = {}): Field => ({ id, kind: 'text', label, ...more })
const page = (id: string, fields: readonly Field[], more: Partial<Page> = {}): Page => ({
  id,
  title: label,
  fields,
  ...more,
})

describe('what is wrong with a definition', () => {
  const options = ['A', 'B'].map((value) => ({ value, label }))
  const choice = field('kind', { kind: 'choice', options })
  const problems = (...pages: Page[]) =>
    formProblems({ pages } satisfies FormDefinition).map(({ code, at, detail }) => `${code} ${at}: ${detail}`)
  const after = (showWhen: Page['showWhen']) =>
    problems(page('p', [choice, field('free')]), page('q', [field('x')], { showWhen }))

  it.each<[string, Page['showWhen'], boolean]>([
    ['an option there is', { field: 'kind', eq: 'A' }, false],
    ['none there is', { field: 'kind', eq: 'C' }, true],
    ['one of several, of which one is', { field: 'kind', in: ['C', 'B'] }, false],
    ['one of several, of which none is', { field: 'kind', in: ['C', 'D'] }, true],
    ['a list with one that is not', { field: 'kind', contains: 'C' }, true],
    ['a list with one that is', { field: 'kind', contains: 'A' }, false],
    ['words anyone may say', { field: 'free', eq: 'C' }, false],
    ['any answer', { field: 'kind', present: true }, false],
    [
      'both, one of which is not',
      {
        all: [
          { field: 'kind', eq: 'A' },
          { field: 'kind', eq: 'C' },
        ],
      },
      true,
    ],
    [
      'either, one of which is',
      {
        any: [
          { field: 'kind', eq: 'C' },
          { field: 'kind', eq: 'A' },
        ],
      },
      false,
    ],
    [
      'either, none of which is',
      {
        any: [
          { field: 'kind', eq: 'C' },
          { field: 'kind', eq: 'D' },
        ],
      },
      true,
    ],
    ['anything but what is not', { not: { field: 'kind', eq: 'C' } }, false],
  ])('a page that waits for %s', (_, showWhen, never) => {
    // That a rule names an option there is not is a fault of its own.
    const unreachable = after(showWhen).filter((problem) => !problem.startsWith('unknown-option'))
    expect(unreachable).toEqual(never ? ['unreachable-page q: its condition can never hold'] : [])
  })
  it('a page cannot wait for itself or a later one', () => {
    const waiting = (id: string) =>
      problems(
        page('p', [field('a')]),
        page('q', [field('b')], { showWhen: { field: id, present: true } }),
        page('r', [field('c')]),
      )
    expect(waiting('a')).toEqual([])
    expect(waiting('c')).toEqual(['unreachable-page q: its condition waits for c, asked later'])
    expect(waiting('b')).toContain('unreachable-page q: its condition waits for b, asked later')
  })
  it.each<[string, Field, string[]]>([
    ['a choice without options', field('a', { kind: 'choice' }), ['a choice needs options']],
    ['one that takes them from a list', field('a', { kind: 'multiChoice', optionsFrom: 'provinces' }), []],
    ['several choices without options', field('a', { kind: 'multiChoice' }), ['a choice needs options']],
    ['a group without fields', field('a', { kind: 'group' }), ['a group needs fields']],
    [
      'a group in a group',
      field('a', { kind: 'group', fields: [field('b', { kind: 'group', fields: [field('c')] })] }),
      ['a row holds plain fields only'],
    ],
    [
      'a dotted name in a row',
      field('a', { kind: 'group', fields: [field('b.c')] }),
      ['a row holds plain fields only'],
    ],
    [
      'an option twice',
      field('a', { kind: 'choice', options: [...options, ...options] }),
      ['option A is given twice', 'option B is given twice'],
    ],
    [
      'a comparison with nothing',
      field('a', { kind: 'date', notBeforeField: 'none' }),
      ['it is compared with none, which is no field'],
    ],
    [
      'one with a field that is',
      field('a', {
        kind: 'group',
        fields: [field('b', { kind: 'date' }), field('c', { kind: 'date', notBeforeField: '.b' })],
      }),
      [],
    ],
    [
      'one with a field that stands after it in its row',
      field('a', {
        kind: 'group',
        fields: [field('c', { kind: 'date', notBeforeField: '.b' }), field('b', { kind: 'date' })],
      }),
      ['it is compared with .b, which is no field'],
    ],
  ])('%s', (_, item, details) => {
    expect(formProblems({ pages: [page('p', [item])] }).map(({ detail }) => detail)).toEqual(details)
  })
})

describe('the border definitions come over', () => {
  it.each([
    ['name', true],
    ['licence.number', true],
    ['a1B2.c3', true],
    ['Name', false],
    ['1a', false],
    ['a..b', false],
    ['a.', false],
    ['a.B', false],
    ['a-b', false],
    ['a b', false],
    ['', false],
  ])('"%s" is the id of a field: %s', (id, is) => {
    expect(fieldSchema.safeParse(field(id)).success).toBe(is)
  })
  it.each([
    [{ field: 'a', eq: 'x' }, true],
    [{ fact: 'person.name', present: true }, true],
    [{ all: [{ field: 'a', eq: 'x' }, { not: { field: 'b', present: true } }] }, true],
    [{ field: 'a', fact: 'person.name', eq: 'x' }, false],
    [{ eq: 'x' }, false],
    [{ all: 'x' }, false],
    [{ not: [] }, false],
    [{}, false],
  ])('%j is a rule: %s', (rule, is) => {
    expect(ruleSchema.safeParse(rule).success).toBe(is)
  })
})
