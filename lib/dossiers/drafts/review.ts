import 'server-only'
import type { FeeLine } from '@/lib/catalogue'
import { feeAt } from '@/lib/catalogue'
import type { SummarySection } from '@/lib/forms'
import { summaryOf } from '@/lib/forms'
import type { Issue } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { OpenDraft } from './drafts'
import { missingIn } from './drafts'

export type Review = {
  answers: SummarySection[]
  fee: { lines: FeeLine[]; total: number | null }
  missing: Issue[]
}

/** All that stands on the page before handing in. */
export function reviewOf(ctx: Pick<Ctx, 'locale'>, opened: OpenDraft): Review {
  const { definition, form, scope, caseCode } = opened
  const fee = caseCode === undefined ? { lines: [], total: 0 } : feeAt(definition, caseCode, scope)
  return { answers: summaryOf(form, scope, ctx.locale), fee, missing: missingIn(opened) }
}
