import { parsePage, walk } from '@/lib/forms'
import type { Answers, Field, FormDefinition } from '@/lib/forms'

/** One row of a group, filled with the samples of its fields. */
function sampleOf(field: Field): unknown {
  if (field.kind !== 'group') return field.sample
  const row = Object.fromEntries((field.fields ?? []).map((inner) => [inner.id, inner.sample]))
  return Array.from({ length: Math.max(1, field.min ?? 1) }, () => row)
}

/** What a page's questions are answered with, as a browser would send it. */
export function sampleInputs(fields: readonly Field[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.id, sampleOf(field)]))
}

/** Answers the form page by page with its samples, as the browser would. */
export function sampleAnswers(form: FormDefinition, today: string): Answers {
  const scope = { answers: {}, facts: {}, today }
  let answers: Answers = {}
  for (let turn = 0; turn < form.pages.length; turn++) {
    const pageId = walk(form, { ...scope, answers }).firstUnanswered
    const page = form.pages.find(({ id }) => id === pageId)
    if (page === undefined) break
    const parsed = parsePage(form, page.id, sampleInputs(page.fields), { ...scope, answers })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.issues?.map(({ words }) => words.vi)))
    answers = parsed.value
  }
  return answers
}
