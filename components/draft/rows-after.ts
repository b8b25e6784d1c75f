import { actionOf, applyAction, isRows, keepPage } from '@/lib/forms'
import type { Answers, FormDefinition, Scope } from '@/lib/forms'

type RowsAfter = {
  group: string
  answers: Answers
  /** Where the person goes on: in the row that came, or at the one that took the place of the one that went. */
  next: { id: string; isTyping: boolean }
}

/** The answers after a button that adds or removes a row; null for any other. */
export function rowsAfter(definition: FormDefinition, pageId: string, form: FormData, scope: Scope): RowsAfter | null {
  const action = actionOf(form)
  if (action.type !== 'add' && action.type !== 'remove') return null
  const { group } = action
  const answers = applyAction(definition, action, keepPage(definition, pageId, form, scope))
  const rows = answers[group]
  const last = (isRows(rows) ? rows.length : 0) - 1
  if (action.type === 'add') return { group, answers, next: { id: `${group}.${String(last)}`, isTyping: true } }
  const at = Math.min(action.index, last)
  return { group, answers, next: { id: at < 0 ? group : `${group}.${String(at)}`, isTyping: false } }
}
