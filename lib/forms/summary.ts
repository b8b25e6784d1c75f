import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { Answer, Answers, Places, Scope } from './answers'
import { isRows } from './answers'
import type { Field, FormDefinition } from './definition'
import { isSentence } from './issue'
import { KINDS } from './kinds/table'
import { readForm } from './reader'
import { FORM_WORDS } from './words'

export type SummaryRow = {
  fieldId: string
  label: string
  value: string
  isVerified: boolean
  isBlank: boolean
  /** Rows of a repeating group, each a list of its own. */
  rows?: SummaryRow[][]
}
export type SummarySection = { pageId: string; title: string; rows: SummaryRow[] }

/** An answer in words; typing that is not yet valid as it was typed. */
export function showAnswer(field: Field, value: Answer | undefined, locale: Locale, places?: Places): string {
  if (value === undefined) return ''
  if (field.kind === 'group') return String(isRows(value) ? value.length : 0)
  return KINDS[field.kind].show(value, field, { places })[locale]
}

function rowOf(
  field: Field,
  value: Answer | undefined,
  look: { locale: Locale; places: Places | undefined; isVerified: boolean },
): SummaryRow {
  const { locale, places, isVerified } = look
  const shown = showAnswer(field, value, locale, places)
  const row = { fieldId: field.id, label: field.label[locale], isVerified, isBlank: shown === '' }
  const words = { ...row, value: shown === '' ? FORM_WORDS.blank[locale] : shown }
  if (field.kind !== 'group' || !isRows(value)) return words
  return { ...words, rows: value.map((answers) => innerRows(field, answers, look)) }
}

function innerRows(
  group: Field,
  answers: Answers,
  look: { locale: Locale; places: Places | undefined; isVerified: boolean },
) {
  return (group.fields ?? [])
    .filter(({ id }) => answers[id] !== undefined)
    .map((field) => rowOf(field, answers[field.id], look))
}

/** An answer on one line, the rows of a repeating group one after the other. */
export function rowText({ value, rows = [] }: SummaryRow): string {
  if (rows.length === 0) return value
  return rows
    .filter((inner) => inner.length > 0)
    .map((inner) => inner.map((row) => `${row.label}${isSentence(row.label) ? '' : ':'} ${row.value}`).join('; '))
    .join(' / ')
}

/** An answer to a question on one line, also that of a repeating group; empty for none. */
export function answerText(field: Field, value: Answer | undefined, locale: Locale, places?: Places): string {
  return value === undefined ? '' : rowText(rowOf(field, value, { locale, places, isVerified: false }))
}

/** Questions and answers page by page, as the review page and the officer read them. */
export function summaryOf(definition: FormDefinition, scope: Scope, locale: Locale): SummarySection[] {
  const reader = readForm(definition, scope)
  return definition.pages
    .map((page) => ({
      pageId: page.id,
      title: say(page.title, locale),
      rows: page.fields
        .filter((field) => reader.isShown(field))
        .map((field) => {
          const verdict = reader.verdict(field)
          const value = verdict.ok ? verdict.value : scope.answers[field.id]
          return rowOf(field, value, { locale, places: scope.places, isVerified: reader.verified(field) !== undefined })
        }),
    }))
    .filter(({ rows }) => rows.length > 0)
}
