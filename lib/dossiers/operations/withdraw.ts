import { z } from 'zod'
import type { DomainError, Result } from '@/lib/kernel'
import { err, freeText, ok } from '@/lib/kernel'
import type { Change } from '../dossier/change'
import { moved, stepping } from '../dossier/change'
import type { ClockChange } from '../dossier/clock'
import type { Dossier, SupplementRequest } from '../dossier/dossier'
import { LONGEST } from '../dossier/longest'

export const withdrawal = z.object({ reason: freeText({ min: 5, max: LONGEST.reason }) })
export type Withdrawal = z.infer<typeof withdrawal>

const BY_APPLICANT = { vi: 'Theo đề nghị của người nộp', en: 'At the applicant’s request' }

/** Before acceptance the applicant simply takes it back; afterwards it is a request that the agency decides. */
export function withdrawn(
  dossier: Dossier,
  { reason }: Withdrawal,
  resumed: ClockChange,
  now: Date,
): Result<Change, DomainError> {
  return stepping(dossier, 'withdraw', (to) => {
    const ends = to === 'terminated'
    return ok({
      type: ends ? 'dossier.withdrawn' : 'dossier.withdrawalRequested',
      data: {},
      set: { ...moved(to, now), ...(ends ? { closing: { ground: BY_APPLICANT.vi, reason } } : {}), ...resumed.set },
      reason: { reason },
      endSupplement: 'closed',
      ...(resumed.clock === undefined ? {} : { clock: resumed.clock }),
    })
  })
}

/** The agency agrees: processing stops (form 05). */
export function withdrawalAgreed(dossier: Dossier, { reason }: Withdrawal, now: Date): Result<Change, DomainError> {
  return stepping(dossier, 'agreeWithdrawal', (to) =>
    ok({
      type: 'dossier.withdrawn',
      data: {},
      set: { ...moved(to, now), closing: { ground: BY_APPLICANT.vi, reason } },
      reason: { reason },
    }),
  )
}

/** The agency goes on with it, giving its reason; whoever held it holds it still, or the one who decided. */
export function withdrawalRefused(
  dossier: Dossier,
  { reason }: Withdrawal,
  by: string,
  now: Date,
): Result<Change, DomainError> {
  return stepping(dossier, 'refuseWithdrawal', (to) =>
    ok({
      type: 'dossier.withdrawalRefused',
      data: {},
      set: { ...moved(to, now), ...(dossier.assigneeId === null ? { assigneeId: by, heldSince: now } : {}) },
      reason: { reason },
    }),
  )
}

const NOT_SUPPLEMENTED = {
  ground: 'Quá thời hạn bổ sung hồ sơ',
  reason: 'Người nộp không bổ sung, hoàn thiện hồ sơ trong thời hạn đã thông báo.',
  guidance: 'Có thể nộp lại hồ sơ mới bất cứ lúc nào; giấy tờ đã nộp vẫn xem được trong hồ sơ này.',
}

/** The applicant let the supplement's term pass: processing stops, with the reason on paper. */
export function closedUnanswered(
  dossier: Dossier,
  open: SupplementRequest | null,
  now: Date,
): Result<Change, DomainError> {
  if (open === null || open.dueAt >= now) return err({ code: 'supplement-term-running' })
  return stepping(dossier, 'closeUnanswered', (to) =>
    ok({
      type: 'dossier.closedUnanswered',
      data: { supplementId: open.id },
      set: {
        ...moved(to, now),
        closing: NOT_SUPPLEMENTED,
      },
      reason: NOT_SUPPLEMENTED,
      endSupplement: 'closed',
    }),
  )
}
