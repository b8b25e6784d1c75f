import { z } from 'zod'
import type { DomainError, Result } from '@/lib/kernel'
import { err, freeText, ok } from '@/lib/kernel'
import type { Change } from '../dossier/change'
import { moved, stepping } from '../dossier/change'
import type { Dossier, DossierResult } from '../dossier/dossier'
import { LONGEST } from '../dossier/longest'

export const sendBack = z.object({ reason: freeText({ min: 5, max: LONGEST.reason }) })
export type SendBack = z.infer<typeof sendBack>

export type Approval = { by: string; number: string }

/** The leader approves: the result gets its number and the clock stops; on time or late is judged here. */
export function approved(
  dossier: Dossier,
  result: DossierResult | null,
  approval: Approval,
  now: Date,
): Result<Change, DomainError> {
  if (result === null) return err({ code: 'result-missing' })
  return stepping(dossier, 'approve', (to) =>
    ok({
      type: 'dossier.approved',
      data: { outcome: result.outcome, number: approval.number, approvedBy: approval.by },
      set: { ...moved(to, now), completedAt: now, heldSince: now },
      result: { ...result, number: approval.number, approvedBy: approval.by, approvedAt: now },
      clock: {
        kind: 'stopped',
        dueAt: dossier.dueAt,
        explanation: [{ vi: 'Đã xử lý xong: dừng tính thời hạn.', en: 'Processing is complete: the clock stops.' }],
        legalGround: '',
      },
    }),
  )
}

/** The leader sends the proposal back with a reason. */
export function sentBack(
  dossier: Dossier,
  result: DossierResult | null,
  { reason }: SendBack,
  now: Date,
): Result<Change, DomainError> {
  if (result === null) return err({ code: 'result-missing' })
  return stepping(dossier, 'sendBack', (to) =>
    ok({
      type: 'dossier.sentBack',
      data: { outcome: result.outcome },
      set: moved(to, now),
      reason: { reason },
      result: { ...result, sentBackReason: reason },
    }),
  )
}

/** The desk hands the result over; the applicant can open it from now on. */
export function resultReturned(dossier: Dossier, now: Date): Result<Change, DomainError> {
  return stepping(dossier, 'returnResult', (to) =>
    ok({ type: 'dossier.resultReturned', data: {}, set: { ...moved(to, now), returnedAt: now } }),
  )
}
