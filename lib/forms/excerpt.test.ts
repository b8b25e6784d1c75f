import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawAnswer, sampleOf, scopeOf, soundCase } from './any-form.fixture'
import type { FormDefinition } from './definition'
import { excerptOf } from './excerpt'
import { parsePage } from './parse'
import { readForm } from './reader'

const label = { vi: 'Mục', en: 'Item' }
const PLACES = { provinces: [], wards: {} }

describe('an excerpt', () => {
  it('reads and judges its page as the whole form does, whatever is typed', () => {
    const typedCase = soundCase.chain(({ form, answers }) =>
      fc.constantFrom(...form.pages).chain((page) =>
        fc.record({
          ...{ form: fc.constant(form), answers: fc.constant(answers), page: fc.constant(page) },
          typed: fc.record(
            Object.fromEntries(
              page.fields.map(({ id, kind }) => [id, fc.oneof(fc.constant(sampleOf(kind)), rawAnswer)]),
            ),
          ),
        }),
      ),
    )
    fc.assert(
      fc.property(typedCase, ({ form, answers, page, typed }) => {
        const whole = scopeOf(answers)
        const { definition, scope } = excerptOf(form, page.id, whole)
        const shownFields = (reader: ReturnType<typeof readForm>) =>
          page.fields.filter((field) => reader.isShown(field))
        expect(shownFields(readForm(definition, scope))).toEqual(shownFields(readForm(form, whole)))
        const [part, all] = [parsePage(definition, page.id, typed, scope), parsePage(form, page.id, typed, whole)]
        if (!part.ok || !all.ok) expect(part).toEqual(all)
        else expect(part.value).toEqual(Object.fromEntries(Object.keys(part.value).map((id) => [id, all.value[id]])))
      }),
    )
  })

  const form: FormDefinition = {
    pages: [
      { id: 'one', title: label, fields: [field('a'), field('b'), { ...field('home'), kind: 'address' }] },
      { id: 'two', title: label, fields: [field('c')], showWhen: { field: 'b', present: true } },
      {
        id: 'three',
        title: label,
        fields: [
          {
            ...field('rows'),
            kind: 'group',
            fields: [{ ...field('inner'), showWhen: { field: 'c', present: true } }],
          },
        ],
      },
    ],
  }
  const scope = { ...scopeOf({ a: '1', b: '2', c: '3' }), places: PLACES }
  const idsIn = ({ pages }: FormDefinition) => pages.flatMap(({ fields }) => fields.map(({ id }) => id))

  it('holds what conditions lead to, through rows and pages, and no other question or answer', () => {
    const three = excerptOf(form, 'three', scope)
    expect(idsIn(three.definition)).toEqual(['b', 'c', 'rows'])
    expect(three.scope.answers).toEqual({ b: '2', c: '3' })
  })

  it('holds places only where a question asks for one', () => {
    expect(excerptOf(form, 'one', scope).scope.places).toBe(PLACES)
    expect(excerptOf(form, 'two', scope).scope).not.toHaveProperty('places')
  })
})

function field(id: string) {
  return { id, kind: 'text', label } as const
}
