import fc from 'fast-check'
import type { Answers, Scope } from './answers'
import type { Field, FieldKind, FormDefinition } from './definition'
import type { Rule } from './rule'

export const label = { vi: 'Mục', en: 'Item' }
export const OPTIONS = ['A', 'B'].map((value) => ({ value, label }))
const SAMPLES = {
  text: 'chữ',
  integer: '7',
  yesNo: 'yes',
  choice: 'A',
  multiChoice: ['A', 'B'],
  date: { d: '1', m: '2', y: '2020' },
  address: { provinceCode: '01', wardCode: '00004', detail: 'x' },
  phone: '0912345678',
} as const
type Sampled = keyof typeof SAMPLES
export const KIND_NAMES = [
  'text',
  'integer',
  'yesNo',
  'choice',
  'multiChoice',
  'date',
  'address',
  'phone',
] as const satisfies Sampled[]
export const scopeOf = (answers: Answers): Scope => ({ answers, facts: {}, today: '2026-11-21' })

function testOf(field: string): fc.Arbitrary<Rule> {
  return fc.constantFrom<Rule>(
    { field, present: true },
    { field, present: false },
    { field, eq: 'A' },
    { field, contains: 'B' },
    { field, gt: 3 },
    { field, dateWithin: { to: 'today' } },
    { not: { field, eq: true } },
  )
}

/** Rules over fields `0..count`; only earlier ones where the form is to be sound. */
function ruleOver(ids: readonly string[]): fc.Arbitrary<Rule | undefined> {
  if (ids.length === 0) return fc.constant(undefined)
  const test = fc.constantFrom(...ids).chain(testOf)
  const many = fc.array(test, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    fc.constant(undefined),
    test,
    many.map((all): Rule => ({ all })),
    many.map((any): Rule => ({ any })),
  )
}

export function forms(isSound: boolean): fc.Arbitrary<FormDefinition> {
  const id = (page: number, at: number) => `f${String(page)}x${String(at)}`
  const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 })
  return sizes.chain((counts) => {
    const all = counts.flatMap((count, page) => Array.from({ length: count }, (_, at) => id(page, at)))
    const before = (name: string) => (isSound ? all.slice(0, all.indexOf(name)) : all)
    const field = (name: string) =>
      fc
        .record({
          kind: fc.constantFrom<FieldKind>(...KIND_NAMES),
          required: fc.boolean(),
          showWhen: ruleOver(before(name)),
        })
        .map(
          (field): Field => ({
            ...field,
            id: name,
            label,
            options: field.kind.toLowerCase().includes('choice') ? OPTIONS : undefined,
          }),
        )
    const pages = counts.map((count, page) =>
      fc.record({
        id: fc.constant(`p${String(page)}`),
        title: fc.constant(label),
        fields: fc.tuple(...Array.from({ length: count }, (_, at) => field(id(page, at)))),
        showWhen: ruleOver(before(id(page, 0))),
      }),
    )
    return fc.tuple(...pages).map((list) => ({ pages: list }))
  })
}

export const rawAnswer = fc.oneof(
  fc.constantFrom<NonNullable<Answers[string]>>('A', 'B', 'C', '7', 'yes', '', 3, true, ['A'], {
    d: '1',
    m: '2',
    y: '2020',
  }),
  fc.string(),
)
const answersFor = (form: FormDefinition) => {
  const ids = form.pages.flatMap((page) => page.fields.map((field) => field.id))
  return fc.dictionary(fc.constantFrom(...ids), rawAnswer).map((answers) => ({ form, answers }))
}
export const soundCase = forms(true).chain(answersFor)
export const anyCase = forms(false).chain(answersFor)
export const sampleOf = (kind: FieldKind): unknown => Object.entries(SAMPLES).find(([name]) => name === kind)?.[1]
