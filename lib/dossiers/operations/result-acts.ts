import 'server-only'
import { userIdOf } from '@/lib/access'
import { localDate } from '@/lib/calendar'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { revisionById } from '@/lib/catalogue/server'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { Dossier } from '../dossier/dossier'
import { approvalRequested, readResultDraft, resultDrafted, resultFaults } from '../results/draft-result'
import { resultOf } from '../dossier/repository'
import { resultScope } from '../results/result-scope'
import type { Ask } from './use-case'
import { change } from './use-case'

type Done = Promise<Result<Dossier, DomainError>>

async function definitionOf(ctx: Ctx, { revisionId }: Dossier): Promise<ProcedureDefinition> {
  const revision = await revisionById(ctx, revisionId)
  if (revision === null) throw new Error(`revision ${revisionId} is missing`)
  return revision.definition
}

/** The proposal as typed, judged by the procedure's own questions. */
export function draftResult(ctx: Ctx, ask: Ask, form: FormData): Done {
  return change(ctx, ask, 'draftResult', async (dossier, ctx) => {
    const [definition, before] = await Promise.all([definitionOf(ctx, dossier), resultOf(ctx.db, dossier.id)])
    const scope = { ...(await resultScope(ctx, dossier, before)), today: localDate(ctx.now) }
    const draft = readResultDraft(definition, form, scope)
    return draft.ok ? resultDrafted(dossier, draft.value, userIdOf(ctx.actor) ?? '', ctx.now) : draft
  })
}

export function submitForApproval(ctx: Ctx, ask: Ask): Done {
  return change(ctx, ask, 'submitForApproval', async (dossier, ctx) => {
    const result = await resultOf(ctx.db, dossier.id)
    const faults =
      result === null
        ? []
        : resultFaults(await definitionOf(ctx, dossier), result, await resultScope(ctx, dossier, result))
    return approvalRequested(dossier, result, faults, ctx.now)
  })
}
