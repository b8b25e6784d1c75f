import 'server-only'
import { z } from 'zod'
import type { DomainError, Result } from '@/lib/kernel'
import { err, freeText, ok, parseForm } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { isClosedTo, isFiledByPerson } from '../dossier/company-session'
import type { Dossier } from '../dossier/dossier'
import { insertDraft, keepReply, openDraftOfDossier } from '../drafts/draft-repository'
import { missingIn, openDraft } from '../drafts/drafts'
import { LONGEST } from '../dossier/longest'
import { find, openSupplement } from '../dossier/repository'
import { itemKey } from '../drafts/supplement-answers'
import type { Ask } from './perform'
import { supplementInDatabase } from './supplement.server'
import type { Withdrawal } from './withdraw'
import { withdrawInDatabase } from './withdraw.server'

/** The buffer in which the applicant mends what was asked for; it starts as a copy of what was handed in. */
export async function startSupplement(ctx: Ctx, dossierId: string): Promise<Result<string, DomainError>> {
  const dossier = await find(ctx, dossierId)
  if (dossier === null || (ctx.actor.kind !== 'citizen' && ctx.actor.kind !== 'business'))
    return err({ code: 'not-found' })
  if (isClosedTo(ctx.actor, dossier)) return err({ code: 'filed-by-a-person' })
  if ((await openSupplement(ctx.db, dossierId)) === null)
    return err({ code: 'illegal-step', detail: { state: dossier.state, command: 'supplement' } })
  const before = await openDraftOfDossier(ctx, dossierId)
  if (before) return ok(before.id)
  const { procedureCode, revisionId, caseCode, answers } = dossier
  await insertDraft(ctx.db, {
    id: ctx.newId(),
    ownerId: ctx.actor.userId,
    procedureCode,
    revisionId,
    caseCode,
    answers,
    dossierId,
    openToCertificate: !isFiledByPerson(dossier),
    createdAt: ctx.now,
    savedAt: ctx.now,
  })
  const draft = await openDraftOfDossier(ctx, dossierId)
  return draft === null ? err({ code: 'changed-meanwhile' }) : ok(draft.id)
}

/** Hands the supplement in: only what was asked for changes, new files replace those they are said to, the clock runs again. */
export async function supplementDossier(
  ctx: Ctx,
  dossierId: string,
  draftId: string,
): Promise<Result<Dossier, DomainError>> {
  const opened = await openDraft(ctx, draftId)
  if (!opened.ok) return opened
  const { supplement, draft } = opened.value
  if (supplement === null || supplement.dossier.id !== dossierId) return err({ code: 'not-found' })
  const issues = missingIn(opened.value)
  if (issues.length > 0) return err({ code: 'not-complete', issues })
  const ask = { id: dossierId, seenVersion: supplement.dossier.version }
  return supplementInDatabase({ draft, supplement }).perform(ctx, ask, {})
}

const explanation = z.object({
  muc: z.string().max(220),
  lyDo: freeText({ max: LONGEST.explanation }),
})

/** Keeps why an item is not mended; an empty text takes it back. */
export async function explainItem(ctx: Ctx, draftId: string, form: FormData): Promise<Result<null, DomainError>> {
  const parsed = parseForm(explanation, form)
  if (!parsed.ok) return parsed
  const opened = await openDraft(ctx, draftId)
  if (!opened.ok) return opened
  const { muc: key, lyDo: words } = parsed.value
  const isAsked = opened.value.supplement?.request.items.some((item) => itemKey(item) === key) ?? false
  if (!isAsked) return err({ code: 'not-found' })
  return (await keepReply(ctx, draftId, 'explanations', [key, words])) ? ok(null) : err({ code: 'draft-closed' })
}

const filePlan = z.object({ tep: z.uuid(), thay: z.enum(['co', 'khong']) })

/** Says of an earlier file whether the new ones replace it. */
export async function planFile(ctx: Ctx, draftId: string, form: FormData): Promise<Result<null, DomainError>> {
  const parsed = parseForm(filePlan, form)
  if (!parsed.ok) return parsed
  const opened = await openDraft(ctx, draftId)
  if (!opened.ok) return opened
  const { tep: fileId, thay: isReplaced } = parsed.value
  if (opened.value.supplement?.earlier.some(({ id }) => id === fileId) !== true) return err({ code: 'not-found' })
  const isKept = await keepReply(ctx, draftId, 'replaced', [fileId, isReplaced === 'co'])
  return isKept ? ok(null) : err({ code: 'draft-closed' })
}

/** The applicant takes the dossier back, or asks to. */
export const withdrawDossier = (ctx: Ctx, ask: Ask, input: Withdrawal): Promise<Result<Dossier, DomainError>> =>
  withdrawInDatabase.perform(ctx, ask, input)
