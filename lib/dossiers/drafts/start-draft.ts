import 'server-only'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { procedureBySlug } from '@/lib/catalogue/server'
import type { Answers, FormDefinition } from '@/lib/forms'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { isByCertificate } from '../dossier/company-session'
import type { Draft } from './draft-repository'
import { insertDraft, openDrafts } from './draft-repository'
import { formOf } from './questions'
import { keepTyping } from './keep-typing'
import { factsOfActor, procedureScope } from '../dossier/procedure'
import { refusedPlace } from './receiving'

/**
 * Starts a draft of the service, or goes on with the one the person already has. A case chosen beforehand is the answer to
 * the question for it, unless that has one: following a link changes nothing the person has said.
 */
export async function startDraft(ctx: Ctx, slug: string, caseCode?: string): Promise<Result<string, DomainError>> {
  if (ctx.actor.kind !== 'citizen' && ctx.actor.kind !== 'business') return err({ code: 'sign-in-required' })
  const online = await onlineProcedure(ctx, slug)
  if (!online.ok) return online
  const { revisionId, definition, form } = online.value
  const procedureCode = definition.code
  const before = await begunBefore(ctx, procedureCode)
  if (before) {
    if (caseCode !== undefined) await chooseCase(ctx, before, caseCode)
    return ok(before.id)
  }
  const answers = caseAnswer(definition, caseCode)
  const refused = await startRefusal(ctx, definition, form, answers)
  if (refused?.code === 'nobody-receives') return err(refused)
  const id = ctx.newId()
  const rest = { openToCertificate: isByCertificate(ctx.actor), createdAt: ctx.now, savedAt: ctx.now }
  await insertDraft(ctx.db, { id, ownerId: ctx.actor.userId, procedureCode, revisionId, answers, ...rest })
  return ok(id)
}

/** What the company began and what its director began stay apart: the one may be seen by others than the other. */
async function begunBefore(ctx: Ctx, procedureCode: string): Promise<Draft | undefined> {
  const openToCertificate = isByCertificate(ctx.actor)
  return (await openDrafts(ctx)).find(
    (draft) =>
      draft.procedureCode === procedureCode && !draft.dossierId && draft.openToCertificate === openToCertificate,
  )
}

async function onlineProcedure(ctx: Ctx, slug: string) {
  const procedure = await procedureBySlug(ctx, slug)
  if (procedure === null) return err<DomainError>({ code: 'not-found' })
  const { revisionId, definition } = procedure
  const { form } = definition
  return definition.online && form !== undefined
    ? ok({ revisionId, definition, form })
    : err<DomainError>({ code: 'not-online' })
}

/** Where verified facts alone lead to an agency, nobody need type anything to hear that it does not receive. */
async function startRefusal(ctx: Ctx, definition: ProcedureDefinition, form: FormDefinition, answers: Answers) {
  const scope = await procedureScope(ctx, answers, await factsOfActor(ctx))
  return refusedPlace(ctx, { definition, form, scope })
}

/** Answers the question for the case in a draft where it has no answer yet. */
async function chooseCase(ctx: Ctx, draft: Draft, caseCode: string): Promise<void> {
  const { definition } = await formOf(ctx, draft.revisionId)
  const chosen = Object.entries(caseAnswer(definition, caseCode)).filter(
    ([field]) => draft.answers[field] === undefined,
  )
  await keepTyping(ctx, draft, Object.fromEntries(chosen), {})
}

/** The question that decides the case, answered with the chosen one; nothing for a case there is not. */
function caseAnswer({ cases, caseField }: ProcedureDefinition, caseCode: string | undefined): Answers {
  const chosen = cases.find(({ code }) => code === caseCode)
  return chosen === undefined || caseField === undefined ? {} : { [caseField]: chosen.code }
}
