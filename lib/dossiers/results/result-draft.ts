import { z } from 'zod'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { RESULT_PAGE, resultForm } from '@/lib/catalogue'
import type { Answers, Scope } from '@/lib/forms'
import { issuesOf, keepPage, parsePage } from '@/lib/forms'
import type { DomainError, Issue, Result } from '@/lib/kernel'
import { err, freeText, ok, parseForm } from '@/lib/kernel'
import type { DossierResult } from '../dossier/dossier'
import { GROUND_UNKNOWN } from '../dossier/issue-words'
import { LONGEST } from '../dossier/longest'
import { ownFields, resultFields } from './result-fields'

const decision = z.object({
  outcome: z.enum(['granted', 'denied']),
  ground: z.string().trim().max(300).optional(),
  reason: freeText({ min: 10, max: LONGEST.resultReason }),
})

/** The officer's proposal: granted, or denied on a ground of the procedure's list; `fields` answer its result's questions. */
export type ResultDraft = z.infer<typeof decision> & { fields: Answers }

/**
 * The proposal as the officer's form sends it, or everything that is wrong with it. What is typed for a result that is denied
 * is kept unjudged: no paper shows it.
 */
export function readResultDraft(
  definition: ProcedureDefinition,
  form: FormData,
  scope: Scope,
): Result<ResultDraft, DomainError> {
  const isDenied = form.get('outcome') === 'denied'
  const decided = parseForm(decision, form)
  const fields = fieldsTyped(definition, form, scope, isDenied)
  const issues = [...(isDenied ? groundFaults(definition, form) : []), ...issuesIn(decided), ...issuesIn(fields)]
  if (!decided.ok || !fields.ok || issues.length > 0) return err({ code: 'invalid-input', issues })
  return ok({ ...decided.value, fields: fields.value })
}

const issuesIn = (result: Result<unknown, DomainError>): Issue[] => (result.ok ? [] : (result.error.issues ?? []))

/** A decision rests on a ground of the procedure's own list; what is printed as one comes from there alone. */
function groundFaults({ refusalGrounds }: ProcedureDefinition, form: FormData): Issue[] {
  const typed = parseForm(decision.pick({ ground: true }), form)
  if (!typed.ok || refusalGrounds.some(({ words }) => words.vi === typed.value.ground)) return []
  return [{ path: 'ground', code: 'ground-unknown', words: GROUND_UNKNOWN }]
}

function fieldsTyped(
  definition: ProcedureDefinition,
  form: FormData,
  scope: Scope,
  isDenied: boolean,
): Result<Answers, DomainError> {
  const questions = resultForm(definition)
  if (questions === null) return ok({})
  if (isDenied) return ok(ownFields(definition, keepPage(questions, RESULT_PAGE, form, scope)))
  const parsed = parsePage(questions, RESULT_PAGE, form, scope)
  return parsed.ok ? ok(resultFields(definition, { ...scope, answers: parsed.value })) : parsed
}

/** What is wrong with a proposal as it was kept, judged by the day it was written. */
export function resultFaults(
  definition: ProcedureDefinition,
  { outcome }: Pick<DossierResult, 'outcome'>,
  scope: Scope,
): Issue[] {
  const questions = resultForm(definition)
  if (questions === null || outcome === 'denied') return []
  const own = questions.pages.filter(({ id }) => id === RESULT_PAGE).flatMap(({ fields }) => fields.map(({ id }) => id))
  return issuesOf(questions, scope).filter(({ path }) => own.some((id) => path === id || path.startsWith(`${id}.`)))
}
