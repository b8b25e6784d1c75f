import { z } from 'zod'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import { moved, stepping } from './change'
import type { Change } from './change'
import type { Dossier, DossierResult } from './dossier'

/** The officer's proposal: granted, or denied on a ground of the procedure's list; `fields` fill the result's template. */
export const resultDraft = z
  .object({
    outcome: z.enum(['granted', 'denied']),
    ground: z.string().trim().max(300).optional(),
    reason: z.string().trim().min(10).max(4000),
    fields: z.record(z.string().max(80), z.string().trim().max(500)).default({}),
  })
  .refine((draft) => draft.outcome === 'granted' || (draft.ground ?? '').length > 0, {
    path: ['ground'],
    error: 'ground-required',
  })
export type ResultDraft = z.infer<typeof resultDraft>

/** The proposal is written down (again and again until it is submitted). */
export function resultDrafted(
  dossier: Dossier,
  draft: ResultDraft,
  by: string,
  now: Date,
): Result<Change, DomainError> {
  return stepping(dossier, 'draftResult', (state) => {
    const result: DossierResult = {
      dossierId: dossier.id,
      outcome: draft.outcome,
      ground: draft.outcome === 'denied' ? (draft.ground ?? null) : null,
      reason: draft.reason,
      fields: draft.fields,
      draftedBy: by,
      draftedAt: now,
      number: null,
      approvedBy: null,
      approvedAt: null,
      sentBackReason: null,
    }
    return ok({
      type: 'dossier.resultDrafted',
      data: { outcome: draft.outcome, ground: result.ground },
      set: { state },
      result,
    })
  })
}

/** The proposal goes to the leader; without a proposal there is nothing to approve. */
export function approvalRequested(
  dossier: Dossier,
  result: DossierResult | null,
  now: Date,
): Result<Change, DomainError> {
  if (result === null) return err({ code: 'result-missing' })
  return stepping(dossier, 'submitForApproval', (to) =>
    ok({ type: 'dossier.approvalRequested', data: { outcome: result.outcome }, set: moved(to, now) }),
  )
}
