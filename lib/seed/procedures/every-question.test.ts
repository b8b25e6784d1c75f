import { describe, expect, it } from 'vitest'
import { caseOf, feeAt, requiredDocuments, timeLimitAt } from '@/lib/catalogue'
import type { Answer, Answers, Field, FormDefinition } from '@/lib/forms'
import { fieldsOf, isRows, issuesOf, summaryOf, walk } from '@/lib/forms'
import { LOCALES } from '@/lib/i18n'
import { sampleAnswers } from '@/lib/testing/sample-answers'
import { SAMPLE_PROCEDURES } from './index'

const today = '2026-11-21'
const scope = (answers: Answers) => ({ answers, facts: {}, today })
const online = SAMPLE_PROCEDURES.flatMap((definition) =>
  definition.online && definition.form !== undefined ? [{ definition, form: definition.form }] : [],
)
const shownIn = (form: FormDefinition, answers: Answers): readonly Field[] =>
  walk(form, scope(answers)).pages.flatMap(({ fields }) => fields)
const isWanted = ({ required }: Field) => required !== false
const without = (answers: Answers, id: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id))

describe.each(online.map(({ definition, form }) => [definition.slug, { definition, form }] as const))(
  '%s',
  (_, { definition, form }) => {
    const answers = sampleAnswers(form, today)
    const shown = shownIn(form, answers)
    const pathsOf = (changed: Answers) => issuesOf(form, scope(changed)).map(({ path }) => path)

    it('is complete with a right answer to every question that is asked', () => {
      expect(pathsOf(answers)).toEqual([])
      expect(shown.length).toBeGreaterThan(5)
    })

    it.each(shown.filter(isWanted).map((field) => [field.id, field] as const))(
      'is refused at %s where that is not answered',
      (id, field) => {
        const issues = issuesOf(form, scope(without(answers, id)))
        const own = issues.filter(({ path }) => path === id || path.startsWith(`${id}.`))
        expect(own).not.toEqual([])
        for (const locale of LOCALES)
          for (const { words } of own) expect(words[locale]).not.toMatch(/undefined|\{\w+\}|null/)
        // It is said on the page of the question, which is where the walk stops at the latest.
        const stop = form.pages.findIndex(
          ({ id: page }) => page === walk(form, scope(without(answers, id))).firstUnanswered,
        )
        expect(stop).toBeGreaterThan(-1)
        expect(stop).toBeLessThanOrEqual(form.pages.findIndex(({ fields }) => fields.includes(field)))
      },
    )

    it('needs no answer to what it calls optional', () => {
      for (const { id } of shown.filter((field) => !isWanted(field))) {
        const own = pathsOf(without(answers, id)).filter((path) => path === id || path.startsWith(`${id}.`))
        expect(own, id).toEqual([])
      }
    })

    it('is refused in the row, at the part, where a row of a group lacks an answer', () => {
      for (const group of shown.filter(({ kind }) => kind === 'group')) {
        const rows: Answer | undefined = answers[group.id]
        if (rows === undefined || !isRows(rows)) continue
        for (const inner of (group.fields ?? []).filter((field) => isWanted(field) && field.showWhen === undefined)) {
          const [first, ...rest] = rows
          const lacking = Object.fromEntries(Object.entries(first ?? {}).filter(([key]) => key !== inner.id))
          // A row left blank says nothing.
          if (Object.keys(lacking).length === 0) continue
          const paths = pathsOf({ ...answers, [group.id]: [lacking, ...rest] })
          expect(
            paths.some((path) => path.startsWith(`${group.id}.0.${inner.id}`)),
            inner.id,
          ).toBe(true)
        }
      }
    })

    it('says every answer in words, in both languages', () => {
      for (const locale of LOCALES)
        for (const { label, value, fieldId } of summaryOf(form, scope(answers), locale).flatMap(({ rows }) => rows)) {
          expect(label, fieldId).not.toBe('')
          expect(value, fieldId).not.toMatch(/undefined|\[object|null|NaN/)
        }
    })

    it('has for these answers a case, a price or a council’s, a term, and documents that are described', () => {
      const chosen = caseOf(definition, scope(answers))
      expect(chosen).toBeDefined()
      const fee = feeAt(definition, chosen ?? '', scope(answers))
      if (fee.total !== null) expect(fee.total).toBe(fee.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0))
      expect(timeLimitAt(definition, chosen ?? '', today)).toBeDefined()
      for (const { code } of requiredDocuments(definition, chosen ?? '', scope(answers)))
        expect(definition.documents.map((document) => document.code)).toContain(code)
    })

    it('asks each question by words, once', () => {
      const ids = fieldsOf(form).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { label, hint } of fieldsOf(form))
        for (const locale of LOCALES) {
          expect(label[locale].trim()).not.toBe('')
          if (hint !== undefined) expect(hint[locale].trim()).not.toBe('')
        }
    })
  },
)
