import 'server-only'
import type { FeeLine } from '@/lib/catalogue'
import { feeAt } from '@/lib/catalogue'
import type { SummarySection } from '@/lib/forms'
import { summaryOf } from '@/lib/forms'
import type { Issue } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { SupplementRequest } from './dossier'
import type { OpenDraft } from './drafts'
import { missingIn } from './drafts'
import { openSupplement } from './repository'

export type Review = {
  answers: SummarySection[]
  fee: { lines: FeeLine[]; total: number | null }
  missing: Issue[]
  /** What the agency asked for, where this is the buffer of a supplement. */
  request: SupplementRequest | null
}

/** All that stands on the page before handing in. */
export async function reviewOf(ctx: Ctx, opened: OpenDraft): Promise<Review> {
  const { draft, definition, form, scope, caseCode } = opened
  const request = draft.dossierId === null ? null : await openSupplement(ctx.db, draft.dossierId)
  const requested = new Set(request?.items.filter(({ target }) => target === 'document').map(({ ref }) => ref))
  const missing = missingIn(opened).filter(
    ({ path, code }) => request === null || code !== 'document-missing' || requested.has(path),
  )
  const fee = caseCode === undefined ? { lines: [], total: 0 } : feeAt(definition, caseCode, scope)
  return { answers: summaryOf(form, scope, ctx.locale), fee, missing, request }
}
