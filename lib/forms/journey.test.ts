import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { label, OPTIONS, KIND_NAMES, scopeOf, forms, rawAnswer, soundCase, anyCase, sampleOf } from './any-form.fixture'
import type { Answers } from './answers'
import type { Field } from './definition'
import { inputPart, inputText } from './input-values'
import { readInputs, rawOf } from './input'
import { issuesOf, submittedAnswers, walk } from './journey'
import { judge } from './judge'
import { KINDS } from './kinds/table'
import { pageSchema } from './index'
import { keepPage, parsePage } from './parse'
import { formProblems } from './problems'

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

  it('goes on after the last page with an answer, so that none of optional questions is passed over unseen', () => {
    const page = (id: string, required: boolean) => {
      return { id, title: label, fields: [{ id, kind: 'text', label, required }] } as const
    }
    const pages = [page('case', true), page('contact', false), page('licence', true), page('note', false)]
    const goesOnAt = (answers: Answers) => walk({ pages: [...pages] }, scopeOf(answers)).goOnAt
    expect(goesOnAt({})).toBe('case')
    expect(goesOnAt({ case: 'A' })).toBe('contact')
    expect(goesOnAt({ case: 'A', contact: 'a@b.vn' })).toBe('licence')
    expect(goesOnAt({ note: 'x' })).toBe('case')
    expect(goesOnAt({ case: 'A', licence: '1' })).toBeUndefined()
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
        let stored: Answers = answers
        for (let turn = 0; turn <= form.pages.length; turn++) {
          const pageId = walk(form, scopeOf(stored)).firstUnanswered
          const page = form.pages.find(({ id }) => id === pageId)
          if (page === undefined) break
          const parsed = parsePage(
            form,
            page.id,
            Object.fromEntries(page.fields.map(({ id, kind }) => [id, sampleOf(kind)])),
            scopeOf(stored),
          )
          expect(parsed.ok).toBe(true)
          stored = parsed.ok ? parsed.value : stored
        }
        expect(walk(form, scopeOf(stored)).complete).toBe(true)
      }),
    )
  })

  it('is sound where every rule looks back', () => {
    fc.assert(
      fc.property(forms(true), (form) => {
        const codes = formProblems(form).map(({ code }) => code)
        // The forms made here wait for "A" whatever they ask.
        expect(codes.filter((code) => code !== 'unreachable-page' && code !== 'unknown-option')).toEqual([])
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
        const answers = keepPage(form, 'p0', typed, scopeOf({}))
        expect(keepPage(form, 'p0', answers, scopeOf(answers))).toEqual(answers)
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
