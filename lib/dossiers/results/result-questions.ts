import 'server-only'
import { localDate } from '@/lib/calendar'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { RESULT_PAGE, resultForm } from '@/lib/catalogue'
import type { FormDefinition, Page, Scope } from '@/lib/forms'
import { excerptOf } from '@/lib/forms'
import type { Ctx } from '@/lib/ports'
import type { Dossier, DossierResult } from '../dossier/dossier'
import { fieldsToBegin } from './result-fields'
import { resultScope } from './result-scope'

/** The questions about a result, with what their conditions look at and what they begin with; null where there are none. */
export async function resultQuestions(
  ctx: Ctx,
  { dossier, definition, result }: { dossier: Dossier; definition: ProcedureDefinition; result: DossierResult | null },
): Promise<{ definition: FormDefinition; page: Page; scope: Scope } | null> {
  const questions = resultForm(definition)
  const page = questions?.pages.find(({ id }) => id === RESULT_PAGE)
  if (questions === null || page === undefined) return null
  const scope = await resultScope(ctx, dossier, result)
  const begun = { ...scope.answers, ...fieldsToBegin(definition, scope, result?.fields) }
  const excerpt = excerptOf(questions, RESULT_PAGE, { ...scope, answers: begun, today: localDate(ctx.now) })
  return { ...excerpt, page }
}
