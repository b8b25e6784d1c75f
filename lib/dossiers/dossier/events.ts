import { z } from 'zod'
import type { ActOf } from '@/lib/ledger'

const outcome = z.enum(['granted', 'denied'])
const item = z.object({
  target: z.enum(['field', 'document']),
  ref: z.string(),
  reason: z.enum(['missing', 'wrong', 'unreadable', 'expired', 'mismatch']),
})

/** What happens to a dossier, as other modules hear of it and as it is kept for ever: ids and codes, no content. */
export const DOSSIER_EVENTS = {
  'dossier.submitted': z.object({
    submissionCode: z.string(),
    revisionId: z.uuid(),
    agencyCode: z.string(),
    files: z.array(z.object({ id: z.uuid(), sha256: z.string(), size: z.int() })),
  }),
  'dossier.accepted': z.object({ dossierCode: z.string(), dueAt: z.iso.datetime() }),
  'dossier.intakeRejected': z.object({ ground: z.string() }),
  'dossier.assigned': z.object({ assigneeId: z.uuid(), unitId: z.uuid(), previousAssigneeId: z.uuid().nullable() }),
  'dossier.supplementRequested': z.object({ supplementId: z.uuid(), items: z.array(item) }),
  'dossier.supplemented': z.object({
    supplementId: z.uuid(),
    changed: z.array(z.string()),
    explained: z.array(z.string()),
  }),
  'dossier.resultDrafted': z.object({ outcome, ground: z.string().nullable() }),
  'dossier.approvalRequested': z.object({ outcome }),
  'dossier.approved': z.object({ outcome, number: z.string(), approvedBy: z.uuid() }),
  'dossier.sentBack': z.object({ outcome }),
  'dossier.resultReturned': z.object({}),
  'dossier.withdrawalRequested': z.object({}),
  'dossier.withdrawn': z.object({}),
  'dossier.withdrawalRefused': z.object({}),
  'dossier.closedUnanswered': z.object({ supplementId: z.uuid() }),
} as const

export type DossierEvent = ActOf<typeof DOSSIER_EVENTS>
export type EventType = DossierEvent['type']

export function isEventType(action: string): action is EventType {
  return Object.hasOwn(DOSSIER_EVENTS, action)
}
