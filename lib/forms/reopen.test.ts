import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Answers } from './answers'
import { isSameAnswer } from './answers'
import { label, rawAnswer, sampleOf, scopeOf, soundCase } from './any-form.fixture'
import type { FormDefinition } from './definition'
import { submittedAnswers } from './journey'
import { parsePage } from './parse'
import { readForm } from './reader'
import { openPart, reopen } from './reopen'
import { answersSchema } from './schema'

const fieldsIn = ({ pages }: FormDefinition) => pages.flatMap(({ fields }) => fields)

/** A form as it was handed in, some of its questions asked for again, and anything typed anywhere. */
const reopenedCase = soundCase.chain(({ form, answers }) => {
  const fields = fieldsIn(form)
  const sampled = answersSchema.parse(Object.fromEntries(fields.map(({ id, kind }) => [id, sampleOf(kind)])))
  const handedIn = fc.constantFrom<Answers>(answers, sampled).map((sample) => submittedAnswers(form, scopeOf(sample)))
  const typed = fc.dictionary(fc.constantFrom(...fields.map(({ id }) => id)), rawAnswer)
  const requestedIds = fc.subarray(fields.map(({ id }) => id)).map((ids) => new Set(ids))
  return fc.record({ form: fc.constant(form), handedIn, typed, requestedIds })
})

describe('a form with some questions open again', () => {
  it('keeps every answer that was not asked for, whatever is typed', () => {
    fc.assert(
      fc.property(reopenedCase, ({ form, handedIn, typed, requestedIds }) => {
        const { submitted, answers } = reopen(form, scopeOf(handedIn), { requestedIds, typed })
        const [was, now] = [readForm(form, scopeOf(handedIn)), readForm(form, scopeOf(answers))]
        for (const field of fieldsIn(form)) {
          if (requestedIds.has(field.id) || was.isShown(field) !== now.isShown(field)) continue
          expect(isSameAnswer(submitted[field.id], handedIn[field.id]), field.id).toBe(true)
        }
      }),
    )
  })

  it('names as changed exactly what differs, and nothing where nothing was typed anew', () => {
    fc.assert(
      fc.property(reopenedCase, ({ form, handedIn, typed, requestedIds }) => {
        const { submitted, changed } = reopen(form, scopeOf(handedIn), { requestedIds, typed })
        const differs = fieldsIn(form).filter(({ id }) => !isSameAnswer(submitted[id], handedIn[id]))
        expect(changed).toEqual(differs.map(({ id }) => id))
        expect(reopen(form, scopeOf(handedIn), { requestedIds, typed: handedIn })).toMatchObject({
          changed: [],
          issues: [],
        })
      }),
    )
  })

  const form: FormDefinition = {
    pages: [
      {
        ...{ id: 'licence', title: label },
        fields: [
          { id: 'number', kind: 'text', label, required: true },
          { id: 'serial', kind: 'text', label },
          { id: 'hasTerm', kind: 'yesNo', label, required: true },
          { id: 'until', kind: 'date', label, required: true, showWhen: { field: 'hasTerm', eq: true } },
        ],
      },
    ],
  }
  const handedIn = { number: '790123456789', serial: 'AR1', hasTerm: false } as const
  const reopenWith = (ids: string[], typed: Answers) =>
    reopen(form, scopeOf(handedIn), { requestedIds: new Set(ids), typed: { ...handedIn, ...typed } })

  it('changes the serial that was asked for and not the number that was not', () => {
    const { submitted, changed } = reopenWith(['serial'], { number: '000000000000', serial: 'AR2' })
    expect(submitted).toEqual({ ...handedIn, serial: 'AR2' })
    expect(changed).toEqual(['serial'])
  })

  it('lets what hangs on a new answer follow it, in and out', () => {
    const day: Answer = { d: '1', m: '2', y: '2030' }
    expect(reopenWith(['hasTerm'], { hasTerm: 'yes' }).issues.map(({ path }) => path)).toEqual(['until'])
    expect(reopenWith(['hasTerm'], { hasTerm: 'yes', until: day })).toMatchObject({
      submitted: { ...handedIn, hasTerm: true, until: '2030-02-01' },
      changed: ['hasTerm', 'until'],
      issues: [],
    })
    const withTerm = { ...handedIn, hasTerm: true, until: '2030-02-01' }
    const back = reopen(form, scopeOf(withTerm), {
      requestedIds: new Set(['hasTerm']),
      typed: { ...withTerm, hasTerm: 'no' },
    })
    expect(back.submitted).toEqual(handedIn)
  })

  it('judges a new answer, and lets what was handed in be', () => {
    expect(reopenWith(['number'], { number: '' }).issues.map(({ path }) => path)).toEqual(['number'])
    const old = reopen(form, scopeOf({ hasTerm: false }), {
      requestedIds: new Set(['serial']),
      typed: { serial: 'AR2' },
    })
    expect(old).toMatchObject({ changed: ['serial'], issues: [] })
  })

  it('offers for typing what is open and what a new answer may bring up, and judges nothing else on their page', () => {
    const part = openPart(form, scopeOf(handedIn), new Set(['hasTerm']))
    expect(part.pages.map(({ id, fields }) => [id, fields.map((field) => field.id)])).toEqual([
      ['licence', ['hasTerm', 'until']],
      ['licence-kept', ['number', 'serial']],
    ])
    const typed = { hasTerm: 'no' }
    expect(parsePage(part, 'licence', typed, scopeOf(handedIn))).toEqual({ ok: true, value: handedIn })
  })

  it('reads parts kept in another order as the same answer', () => {
    const home = { provinceCode: '01', wardCode: '00004', detail: 'x' }
    expect(isSameAnswer(home, { wardCode: '00004', detail: 'x', provinceCode: '01' })).toBe(true)
    expect(isSameAnswer([home], [{ ...home, detail: 'y' }])).toBe(false)
    expect(isSameAnswer(undefined, '')).toBe(false)
  })
})
