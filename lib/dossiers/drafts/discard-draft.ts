import 'server-only'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { closeDraft, findDraft, reopenDraft } from './draft-repository'
import { formOf } from './questions'
import type { DraftLine } from './drafts'

const UNDO_MS = 7 * 24 * 3600 * 1000

export async function discardDraft(ctx: Ctx, id: string): Promise<Result<null, DomainError>> {
  return (await closeDraft(ctx, id, 'discardedAt')) ? ok(null) : err({ code: 'not-found' })
}

/** Takes the discarding back, with all answers and files, for a week. */
export async function restoreDraft(ctx: Ctx, id: string): Promise<Result<null, DomainError>> {
  const since = new Date(ctx.now.getTime() - UNDO_MS)
  return (await reopenDraft(ctx, id, since)) ? ok(null) : err({ code: 'not-found' })
}

/** One draft of the person's as their list shows it: open, or discarded so lately that it can be had back. */
export async function draftLine(ctx: Ctx, id: string): Promise<(DraftLine & { isDiscarded: boolean }) | null> {
  const draft = await findDraft(ctx, id)
  if (draft === null || draft.submittedAt !== null) return null
  const { definition } = await formOf(ctx, draft.revisionId)
  const { savedAt, dossierId, discardedAt } = draft
  return { id, procedureName: definition.name, savedAt, dossierId, isDiscarded: discardedAt !== null }
}
