import 'server-only'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { caseOf } from '@/lib/catalogue'
import { revisionById } from '@/lib/catalogue/server'
import type { Facts, FormDefinition, Journey, Places, Scope } from '@/lib/forms'
import { walk } from '@/lib/forms'
import type { Issue } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { factsOfActor, procedureScope } from '../dossier/procedure'
import type { Draft } from './draft-repository'
import { refusedPlace } from './receiving'

/** What the pages of questions of a first filing need: neither its files nor where its answers lead. */
export type DraftQuestions = {
  draft: Draft
  definition: ProcedureDefinition
  form: FormDefinition
  scope: Scope & { facts: Facts; places: Places }
  journey: Journey
  caseCode: string | undefined
  supplement: null
}

export async function questionsOf(ctx: Ctx, draft: Draft): Promise<DraftQuestions> {
  const [{ definition, form }, facts] = await Promise.all([formOf(ctx, draft.revisionId), factsOfActor(ctx)])
  const scope = { ...(await procedureScope(ctx, draft.answers, facts)), facts }
  return {
    ...{ draft, definition, form, scope, journey: walk(form, scope) },
    ...{ caseCode: caseOf(definition, scope), supplement: null },
  }
}

/** Why it cannot be handed in where its answers lead. */
export async function placeIssuesOf(ctx: Ctx, questions: DraftQuestions): Promise<Issue[]> {
  return (await refusedPlace(ctx, questions))?.issues ?? []
}

/** The definition under which a draft was begun, and its form. */
export async function formOf(
  ctx: Pick<Ctx, 'db'>,
  revisionId: string,
): Promise<{ definition: ProcedureDefinition; form: FormDefinition }> {
  const revision = await revisionById(ctx, revisionId)
  if (revision?.definition.form === undefined) throw new Error(`revision ${revisionId} has no form`)
  return { definition: revision.definition, form: revision.definition.form }
}
