import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers, Scope } from './answers'
import type { Field, FieldKind, FormDefinition } from './definition'
import { inputPart, inputText } from './input-values'
import { readInputs, rawOf } from './input'
import { issuesOf, submittedAnswers, walk } from './journey'
import { judge } from './judge'
import { KINDS } from './kinds/table'
import { pageSchema } from './index'
import { keepPage, parsePage } from './parse'
import { formProblems } from './problems'
import type { Rule } from './rule'

const label = { vi: 'Mục', en: 'Item' }
const OPTIONS = ['A', 'B'].map((value) => ({ value, label }))
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
const KIND_NAMES = [
  'text',
  'integer',
  'yesNo',
  'choice',
  'multiChoice',
  'date',
  'address',
  'phone',
] as const satisfies Sampled[]
const scopeOf = (answers: Answers): Scope => ({ answers, facts: {}, today: '2026-11-21' })

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
  const one = fc.constantFrom(...ids).chain(testOf)
  const many = fc.array(one, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    fc.constant(undefined),
    one,
    many.map((all): Rule => ({ all })),
    many.map((any): Rule => ({ any })),
  )
}

function forms(isSound: boolean): fc.Arbitrary<FormDefinition> {
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
          (said): Field => ({
            ...said,
            id: name,
            label,
            options: said.kind.toLowerCase().includes('choice') ? OPTIONS : undefined,
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
    return fc.tuple(...pages).map((made) => ({ pages: made }))
  })
}

const rawAnswer = fc.oneof(
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
const soundCase = forms(true).chain(answersFor)
const anyCase = forms(false).chain(answersFor)
const sampleOf = (kind: FieldKind): unknown => Object.entries(SAMPLES).find(([name]) => name === kind)?.[1]

describe('a journey', () => {
  it('ends, in order, whatever the rules say of each other', () => {
    fc.assert(
      fc.property(anyCase, ({ form, answers }) => {
        const ids = walk(form, scopeOf(answers)).pages.map(({ page }) => page.id)
        expect(ids).toEqual(form.pages.map(({ id }) => id).filter((id) => ids.includes(id)))
      }),
    )
  })

  it('lets a page be visited only with all before it, and up to the first unanswered', () => {
    fc.assert(
      fc.property(soundCase, ({ form, answers }) => {
        const journey = walk(form, scopeOf(answers))
        const visits = journey.pages.map(({ page }) => journey.canVisit(page.id))
        expect(visits).toEqual([...visits].sort((a, b) => Number(b) - Number(a)))
        const open = journey.pages.findIndex(({ isAnswered }) => !isAnswered)
        expect(visits.filter(Boolean)).toHaveLength(open === -1 ? journey.pages.length : open + 1)
        expect(journey.canVisit('elsewhere')).toBe(false)
      }),
    )
  })

  it('is never blocked by what is hidden, and hands none of it in', () => {
    fc.assert(
      fc.property(soundCase, ({ form, answers }) => {
        const journey = walk(form, scopeOf(answers))
        const shown = journey.pages.flatMap(({ fields }) => fields.map(({ id }) => id))
        const withoutHidden = Object.fromEntries(Object.entries(answers).filter(([id]) => shown.includes(id)))
        expect(walk(form, scopeOf(withoutHidden)).complete).toBe(journey.complete)
        expect(Object.keys(submittedAnswers(form, scopeOf(answers))).filter((id) => !shown.includes(id))).toEqual([])
        expect(journey.complete).toBe(issuesOf(form, scopeOf(answers)).length === 0)
      }),
    )
  })

  it('comes to its end when the first unanswered page is answered, page after page', () => {
    fc.assert(
      fc.property(soundCase, ({ form, answers }) => {
        let kept: Answers = answers
        for (let turn = 0; turn <= form.pages.length; turn++) {
          const pageId = walk(form, scopeOf(kept)).firstUnanswered
          const page = form.pages.find(({ id }) => id === pageId)
          if (page === undefined) break
          const parsed = parsePage(
            form,
            page.id,
            Object.fromEntries(page.fields.map(({ id, kind }) => [id, sampleOf(kind)])),
            scopeOf(kept),
          )
          expect(parsed.ok).toBe(true)
          kept = parsed.ok ? parsed.value : kept
        }
        expect(walk(form, scopeOf(kept)).complete).toBe(true)
      }),
    )
  })

  it('is sound where every rule looks back', () => {
    fc.assert(
      fc.property(forms(true), (form) => {
        const codes = formProblems(form).map(({ code }) => code)
        expect(codes.filter((code) => code !== 'unreachable-page')).toEqual([])
      }),
    )
  })
})

function formData(typed: Record<string, unknown>): FormData {
  const data = new FormData()
  for (const [name, values] of readInputs(typed)) for (const value of values) data.append(name, value)
  return data
}

describe('a page', () => {
  const typedCase = soundCase.chain(({ form, answers }) =>
    fc.record({
      form: fc.constant(form),
      answers: fc.constant(answers),
      typed: fc.record(
        Object.fromEntries(
          (form.pages[0]?.fields ?? []).map((field) => [
            field.id,
            fc.oneof(fc.constant(sampleOf(field.kind)), rawAnswer),
          ]),
        ),
      ),
    }),
  )

  it('gets the same verdict from an object, a browser and the zod schema', () => {
    fc.assert(
      fc.property(typedCase, ({ form, answers, typed }) => {
        const scope = scopeOf(answers)
        const fromObject = parsePage(form, 'p0', typed, scope)
        expect(parsePage(form, 'p0', formData(typed), scope)).toEqual(fromObject)
        const fromZod = pageSchema(form, 'p0', scope).safeParse(typed)
        expect(fromZod.success).toBe(fromObject.ok)
        if (fromZod.success && fromObject.ok) expect(fromZod.data).toEqual(fromObject.value)
        const paths = fromObject.ok ? [] : (fromObject.error.issues ?? []).map(({ path }) => path)
        expect((fromZod.error?.issues ?? []).map(({ path }) => path.join('.'))).toEqual(paths)
      }),
    )
  })

  it('keeps what was typed, so that sending it again says the same', () => {
    fc.assert(
      fc.property(typedCase, ({ form, typed }) => {
        const kept = keepPage(form, 'p0', typed, scopeOf({}))
        expect(keepPage(form, 'p0', kept, scopeOf(kept))).toEqual(kept)
      }),
    )
  })
})

describe('what stands in the inputs', () => {
  it('is read back as the value it shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KIND_NAMES), (kind) => {
        const field: Field = { id: 'it', kind, label, options: OPTIONS }
        const first = judge(field, 'it', sampleOf(kind), scopeOf({}))
        const value = first.ok ? first.value : undefined
        const { parts } = KINDS[kind]
        const typed =
          parts.length === 0
            ? { it: Array.isArray(value) ? value : inputText(field, value) }
            : Object.fromEntries(parts.map((part) => [`it.${part}`, inputPart(value, part)]))
        expect(judge(field, 'it', rawOf(field, 'it', readInputs(typed)), scopeOf({}))).toEqual(first)
      }),
    )
  })
})
