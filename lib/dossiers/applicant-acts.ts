import 'server-only'
import { calendarFor } from '@/lib/agencies/server'
import { sealAttachments } from '@/lib/attachments/server'
import { submittedAnswers } from '@/lib/forms'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { intakeDue, resumed } from './clock'
import type { Dossier } from './dossier'
import { closeDraft, insertDraft, openDraftOfDossier } from './draft-repository'
import type { OpenDraft } from './drafts'
import { missingIn, openDraft } from './drafts'
import { find, openSupplement } from './repository'
import { SUPPLEMENT_GROUND } from './request-supplement'
import { supplemented } from './supplement'
import type { Ask } from './use-case'
import { change } from './use-case'
import type { Withdrawal } from './withdraw'
import { withdrawn } from './withdraw'

/** The buffer in which the applicant mends what was asked for; it starts as a copy of what was handed in. */
export async function startSupplement(ctx: Ctx, dossierId: string): Promise<Result<string, DomainError>> {
  const dossier = await find(ctx.db, ctx.actor, dossierId)
  if (dossier === null || (ctx.actor.kind !== 'citizen' && ctx.actor.kind !== 'business'))
    return err({ code: 'not-found' })
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
    createdAt: ctx.now,
    savedAt: ctx.now,
  })
  const made = await openDraftOfDossier(ctx, dossierId)
  return made === null ? err({ code: 'changed-meanwhile' }) : ok(made.id)
}

/** Hands the supplement in: answers merge, new files supersede those they replace, the clock runs again. */
export async function supplementDossier(
  ctx: Ctx,
  dossierId: string,
  draftId: string,
): Promise<Result<Dossier, DomainError>> {
  const opened = await openDraft(ctx, draftId)
  if (!opened.ok) return opened
  if (opened.value.draft.dossierId !== dossierId) return err({ code: 'not-found' })
  return change(ctx, { id: dossierId }, 'supplement', async (dossier, tx) => {
    const open = await openSupplement(tx, dossierId)
    const requested = new Set(open?.items.filter(({ target }) => target === 'document').map(({ ref }) => ref))
    const issues = missingIn(opened.value).filter(
      ({ path, code }) => code !== 'document-missing' || requested.has(path),
    )
    if (issues.length > 0) return err({ code: 'not-complete', issues })
    if (!(await closeDraft(tx, ctx, draftId, 'submittedAt'))) return err({ code: 'draft-closed' })
    const files = await sealAttachments(tx, ctx, draftId, dossierId)
    const calendar = await calendarFor(ctx, dossier.agencyCode, ctx.now)
    const answers = submittedAnswers(opened.value.form, opened.value.scope)
    const changed = [...changedKeys(dossier.answers, answers), ...files.map(({ requirementCode }) => requirementCode)]
    if (changed.length === 0) return err(nothingChanged(opened.value))
    return supplemented(
      dossier,
      open,
      { answers, changed },
      { now: ctx.now, calendar, intakeDueAt: intakeDue(ctx.now, calendar) },
    )
  })
}

function changedKeys(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}

function nothingChanged({ definition }: OpenDraft): DomainError {
  const words = {
    vi: 'Chưa có mục nào được sửa hay tệp nào được thêm. Hãy sửa các mục cơ quan yêu cầu rồi gửi.',
    en: 'Nothing was corrected and no file was added. Mend the items the agency asked for, then send.',
  }
  return { code: 'not-complete', issues: [{ path: definition.code, code: 'nothing-changed', words }] }
}

/** The applicant takes the dossier back, or asks to. */
export function withdrawDossier(ctx: Ctx, ask: Ask, input: Withdrawal): Promise<Result<Dossier, DomainError>> {
  return change(ctx, ask, 'withdraw', async (dossier) => {
    const calendar = await calendarFor(ctx, dossier.agencyCode, ctx.now)
    return withdrawn(dossier, input, resumed(dossier, ctx.now, calendar, SUPPLEMENT_GROUND), ctx.now)
  })
}
