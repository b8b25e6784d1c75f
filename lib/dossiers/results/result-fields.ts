import type { ProcedureDefinition } from '@/lib/catalogue'
import { formField, RESULT_PAGE, resultForm } from '@/lib/catalogue'
import type { Answer, Answers, Field, Scope } from '@/lib/forms'
import { fieldsOf, readForm, rowText, showAnswer, submittedAnswers, summaryOf } from '@/lib/forms'
import type { Locale } from '@/lib/i18n'

/** Of all answers, those to the questions of the result. */
export function ownFields({ result }: ProcedureDefinition, answers: Answers): Answers {
  return Object.fromEntries((result.fields ?? []).map(({ id }) => [id, answers[id]]))
}

/** The valid answers to the questions of the result that apply; `scope` holds the dossier's answers, too. */
export function resultFields(definition: ProcedureDefinition, scope: Scope): Answers {
  const questions = resultForm(definition)
  return questions === null ? {} : ownFields(definition, submittedAnswers(questions, scope))
}

/** What the questions of a result begin with: what was written before, otherwise what the dossier says. */
export function fieldsToBegin(definition: ProcedureDefinition, scope: Scope, written: Answers | undefined): Answers {
  const { fields = [], fromAnswers = {} } = definition.result
  const entries = fields.map(
    (field) => [field.id, fromAnswer(definition, field, fromAnswers[field.id], scope)] as const,
  )
  return { ...Object.fromEntries(entries), ...written }
}

/** An answer of the dossier as a field of the result takes it: as it is, or in words where the kinds differ. */
function fromAnswer(
  definition: ProcedureDefinition,
  field: Field,
  answerId: string | undefined,
  scope: Scope,
): Answer | undefined {
  const source = answerId === undefined ? undefined : formField(definition, answerId)
  const value = source === undefined ? undefined : scope.answers[source.id]
  if (source === undefined || value === undefined) return undefined
  return source.kind === field.kind ? value : inWords(definition, source, scope)
}

/** An answer in words, each row of a repeated one on its own line. */
function inWords({ form }: ProcedureDefinition, { id }: Field, scope: Scope): string | undefined {
  const rows = form === undefined ? [] : summaryOf(form, scope, 'vi').flatMap((section) => section.rows)
  const row = rows.find(({ fieldId }) => fieldId === id)
  return row === undefined || row.isBlank ? undefined : rowText(row).replaceAll(' / ', '\n')
}

export type ResultRow = { id: string; label: string; value: string }

/** What a result says, question by question; on papers in Vietnamese. */
export function resultRows(definition: ProcedureDefinition, scope: Scope, locale: Locale = 'vi'): ResultRow[] {
  const questions = resultForm(definition)
  if (questions === null) return []
  const reader = readForm(questions, scope)
  return (questions.pages.find(({ id }) => id === RESULT_PAGE)?.fields ?? [])
    .filter((field) => reader.isShown(field))
    .map((field) => ({ id: field.id, label: field.label[locale], value: shownIn(field, scope, locale) }))
    .filter(({ value }) => value !== '')
}

/** One field of the result or the form in words; empty where nothing is said. */
export function wordsAt(definition: ProcedureDefinition, id: string, scope: Scope): string {
  const field = fieldsOf(resultForm(definition) ?? definition.form ?? { pages: [] }).find(
    (candidate) => candidate.id === id,
  )
  return field === undefined ? '' : shownIn(field, scope, 'vi')
}

function shownIn(field: Field, { answers, facts, places }: Scope, locale: Locale): string {
  const fact = field.fact === undefined ? undefined : facts[field.fact]
  return showAnswer(field, fact ?? answers[field.id], locale, places)
}
