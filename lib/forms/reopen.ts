import type { Issue } from '@/lib/kernel'
import type { Answer, Answers, Scope } from './answers'
import { isSameAnswer } from './answers'
import type { Field, FormDefinition } from './definition'
import type { Reader } from './reader'
import { readForm } from './reader'

/** What may be answered anew in a form that was handed in: the questions asked for, and the typing since. */
export type Reopening = { requestedIds: ReadonlySet<string>; typed: Answers }

export type Reopened = {
  /** The questions asked for, and those that came to be, or lost their answer, because of a new one. */
  open: ReadonlySet<string>
  /** The answers as they now are; every question that is not open has the one that was handed in. */
  answers: Answers
  /** What would be handed in now. */
  submitted: Answers
  /** The questions whose handed in answer is another one now. */
  changed: readonly string[]
  /** What is wrong with new answers; an answer that was left as it was is judged by nobody again. */
  issues: Issue[]
}

/**
 * A handed in form with some of its questions open again. `scope` holds the answers as handed in. An answer to a question
 * that was not asked for stays, whatever was typed, unless a new answer brings the question up, takes it away or makes its
 * answer invalid.
 */
export function reopen(definition: FormDefinition, scope: Scope, { requestedIds, typed }: Reopening): Reopened {
  const was = readForm(definition, scope)
  const fields = definition.pages.flatMap((page) => page.fields)
  let open = requestedIds
  // A question follows those it hangs on: as many rounds as there are questions in a row.
  for (const _ of fields) {
    const now = readForm(definition, { ...scope, answers: mixAnswers(fields, open, scope.answers, typed) })
    const next = new Set(
      fields.filter((field) => requestedIds.has(field.id) || follows(field, was, now)).map(({ id }) => id),
    )
    const isSettled = next.size === open.size && [...next].every((id) => open.has(id))
    open = next
    if (isSettled) break
  }
  const answers = mixAnswers(fields, open, scope.answers, typed)
  const now = readForm(definition, { ...scope, answers })
  return { open, answers, ...handedIn(fields, { open, was, now, scope, answers }) }
}

function mixAnswers(fields: readonly Field[], open: ReadonlySet<string>, before: Answers, typed: Answers): Answers {
  return Object.fromEntries(fields.map(({ id }) => [id, open.has(id) ? typed[id] : before[id]]))
}

function follows(field: Field, was: Reader, now: Reader): boolean {
  if (!now.isShown(field)) return false
  return !was.isShown(field) || (was.verdict(field).ok && !now.verdict(field).ok)
}

type Both = { open: ReadonlySet<string>; was: Reader; now: Reader; scope: Scope; answers: Answers }

function handedIn(fields: readonly Field[], both: Both): Pick<Reopened, 'submitted' | 'changed' | 'issues'> {
  const submitted: Record<string, Answer> = {}
  const changed: string[] = []
  const issues: Issue[] = []
  for (const field of fields) {
    const before = both.scope.answers[field.id]
    const after = answerNow(field, both)
    if (after.value !== undefined) submitted[field.id] = after.value
    if (!isSameAnswer(before, after.value)) changed.push(field.id)
    issues.push(...after.issues)
  }
  return { submitted, changed, issues }
}

type Now = { value: Answer | undefined; issues: Issue[] }

function answerNow(field: Field, both: Both): Now {
  const { open, was, now, scope } = both
  const before = scope.answers[field.id]
  if (!now.isShown(field)) return { value: was.isShown(field) ? undefined : before, issues: [] }
  return open.has(field.id) ? openAnswer(field, both) : { value: before, issues: [] }
}

function openAnswer(field: Field, { was, now, scope, answers }: Both): Now {
  const before = scope.answers[field.id]
  const verdict = now.verdict(field)
  if (verdict.ok) return { value: isSameAnswer(before, verdict.value) ? before : verdict.value, issues: [] }
  const wasNoBetter = was.isShown(field) && !was.verdict(field).ok && isSameAnswer(before, answers[field.id])
  return { value: before, issues: wasNoBetter ? [] : verdict.issues }
}

/**
 * The form with what can be typed into on pages of their own: open questions, and those that a new answer can still bring
 * up. The others stand on pages beside them, so that conditions read as they did.
 */
export function openPart(definition: FormDefinition, scope: Scope, open: ReadonlySet<string>): FormDefinition {
  const was = readForm(definition, scope)
  const isOpen = (field: Field) => open.has(field.id) || !was.isShown(field)
  const pages = definition.pages.flatMap((page) => [
    { ...page, fields: page.fields.filter(isOpen) },
    { ...page, id: `${page.id}-kept`, fields: page.fields.filter((field) => !isOpen(field)) },
  ])
  return { pages: pages.filter(({ fields }) => fields.length > 0) }
}
