import type { DomainError, Issue, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Answer, Answers, Scope } from './answers'
import { isRows, readPath, withAnswer } from './answers'
import type { Field, FormDefinition, Page } from './definition'
import { fieldAt } from './definition'
import type { FormInput, Inputs } from './input'
import { rawOf, readInputs } from './input'
import { fewestRows, judge, keep } from './judge'
import { readForm, verifiedAnswer } from './reader'

function pageOf(definition: FormDefinition, pageId: string): Page | undefined {
  return definition.pages.find(({ id }) => id === pageId)
}

function invalid(issues: Issue[]): Result<never, DomainError> {
  return err({ code: 'invalid-input', issues })
}

/**
 * A blank is told from a question that was not asked by the hidden input `_asked`, which boxes and groups carry;
 * a form without it (an object) asked everything that shows.
 */
function isOnForm(field: Field, inputs: Inputs, isShown: boolean): boolean {
  return inputs.get('_asked')?.includes(field.id) ?? isShown
}

/** The answers with this page's typing in them, valid or not: what a draft keeps. Verified facts are not touched. */
export function keepPage(definition: FormDefinition, pageId: string, form: FormInput, scope: Scope): Answers {
  const inputs = readInputs(form)
  const fields = (pageOf(definition, pageId)?.fields ?? []).filter(
    (field) => verifiedAnswer(field, scope) === undefined,
  )
  const typed = new Map<string, Answer | undefined>()
  const silent: Field[] = []
  for (const field of fields) {
    const raw = rawOf(field, field.id, inputs)
    if (raw === undefined) silent.push(field)
    else typed.set(field.id, keep(field, raw, scope))
  }
  const merged = { ...scope.answers, ...Object.fromEntries(typed) }
  const reader = readForm(definition, { ...scope, answers: merged })
  const blanks = silent.filter((field) => isOnForm(field, inputs, reader.isShown(field)))
  return { ...merged, ...Object.fromEntries(blanks.map((field) => [field.id, undefined])) }
}

/** The page's typing judged: all answers so far with this page's in their normal form, or what is wrong where. */
export function parsePage(
  definition: FormDefinition,
  pageId: string,
  form: FormInput,
  scope: Scope,
): Result<Answers, DomainError> {
  const page = pageOf(definition, pageId)
  if (page === undefined) return err({ code: 'not-found' })
  const answers = keepPage(definition, pageId, form, scope)
  const reader = readForm(definition, { ...scope, answers })
  if (!reader.isPageShown(page)) return err({ code: 'not-found' })
  const issues = page.fields
    .filter((field) => reader.isShown(field))
    .flatMap((field) => {
      const verdict = reader.verdict(field)
      return verdict.ok ? [] : verdict.issues
    })
  return issues.length === 0 ? ok(answers) : invalid(issues)
}

/** One field's typing judged, for saving while typing; a blank is fine here. `path` may lie in a row of a group. */
export function parseField(
  definition: FormDefinition,
  path: string,
  raw: unknown,
  scope: Scope,
): Result<Answer | undefined, DomainError> {
  const field = fieldAt(definition, readPath(path))
  if (field === undefined) return err({ code: 'not-found' })
  if (verifiedAnswer(field, scope) !== undefined) return err({ code: 'forbidden' })
  const verdict = judge({ ...field, required: false }, path, raw, scope)
  return verdict.ok ? ok(verdict.value) : invalid(verdict.issues)
}

/** The answers with one field's typing kept, valid or not; unknown and verified fields change nothing. */
export function keepField(definition: FormDefinition, path: string, raw: unknown, scope: Scope): Answers {
  const place = readPath(path)
  const field = fieldAt(definition, place)
  if (field === undefined || verifiedAnswer(field, scope) !== undefined) return scope.answers
  if (place.row !== undefined && place.row.index >= MOST_ROWS) return scope.answers
  return withAnswer(scope.answers, path, keep(field, raw, scope))
}

const MOST_ROWS = 100

/** What a submit button asks for: to go on, to add or remove a row, to load the wards of a province, to choose one of two contents. */
export type FormAction =
  | { type: 'next' }
  | { type: 'add'; group: string }
  | { type: 'remove'; group: string; index: number }
  | { type: 'choose'; field: string }
  | { type: 'settle'; field: string; isTyped: boolean }

export function actionOf(form: FormInput): FormAction {
  const inputs = readInputs(form)
  const [add, remove, choose, settle] = ['_add', '_remove', '_choose', '_settle'].map((name) =>
    inputs.get(name)?.at(-1),
  )
  if (add !== undefined) return { type: 'add', group: add }
  if (choose !== undefined) return { type: 'choose', field: choose }
  if (settle !== undefined) return { type: 'settle', field: settle.slice(1), isTyped: settle.startsWith('+') }
  const place = remove === undefined ? undefined : readPath(remove)
  return place?.row === undefined ? { type: 'next' } : { type: 'remove', group: place.fieldId, index: place.row.index }
}

/** The answers after a button other than "go on": a blank row more, or a row less. */
export function applyAction(definition: FormDefinition, action: FormAction, answers: Answers): Answers {
  if (action.type !== 'add' && action.type !== 'remove') return answers
  const group = fieldAt(definition, { fieldId: action.group })
  if (group?.kind !== 'group') return answers
  const before = answers[group.id]
  const rows = isRows(before) ? before : []
  if (action.type === 'remove') return { ...answers, [group.id]: rows.filter((_, at) => at !== action.index) }
  return { ...answers, [group.id]: withBlankRow(group, rows) }
}

function withBlankRow(group: Field, rows: readonly Answers[]): readonly Answers[] {
  const shown = rowsShown(group, rows)
  if (shown >= (group.max ?? MOST_ROWS)) return rows
  return [...rows, ...Array.from({ length: shown + 1 - rows.length }, () => ({}))]
}

/** Rows a page shows for a group: what there is, or as many blank ones as are needed (one where it is required). */
export function rowsShown(group: Field, answer: Answer | undefined): number {
  return Math.max(isRows(answer) ? answer.length : 0, fewestRows(group))
}
