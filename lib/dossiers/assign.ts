import { z } from 'zod'
import type { DomainError, Result } from '@/lib/kernel'
import { ok } from '@/lib/kernel'
import type { Change } from './change'
import { moved, stepping } from './change'
import type { Dossier } from './dossier'

export const assignment = z.object({ assigneeId: z.uuid(), unitId: z.uuid() })
export type Assignment = z.infer<typeof assignment>

/** A superior or the desk gives the dossier to a person; in review already, it changes hands. */
export function assigned(dossier: Dossier, to: Assignment, now: Date): Result<Change, DomainError> {
  return stepping(dossier, 'assign', (state) => ok(handedTo(dossier, to, state, now)))
}

/** A case officer takes a dossier nobody has yet. */
export function taken(dossier: Dossier, by: Assignment, now: Date): Result<Change, DomainError> {
  return stepping(dossier, 'take', (state) => ok(handedTo(dossier, by, state, now)))
}

function handedTo(dossier: Dossier, to: Assignment, state: Change['set']['state'], now: Date): Change {
  const since = dossier.state === state ? { state } : moved(state, now)
  return {
    type: 'dossier.assigned',
    data: { assigneeId: to.assigneeId, unitId: to.unitId, previousAssigneeId: dossier.assigneeId },
    set: { ...since, assigneeId: to.assigneeId, unitId: to.unitId, heldSince: now },
  }
}
