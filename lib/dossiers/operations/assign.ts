import { z } from 'zod'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Change } from '../dossier/change'
import { moved, stepping } from '../dossier/change'
import type { Dossier } from '../dossier/dossier'
import { ASSIGNMENT_ISSUES } from '../dossier/issue-words'

export const assignment = z.object({ assigneeId: z.uuid(), unitId: z.uuid() })
export type Assignment = z.infer<typeof assignment>

/** A superior or the desk gives the dossier to a person at work there; held by somebody already, it changes hands. */
export function assigned(
  dossier: Dossier,
  to: Assignment,
  assignable: readonly Assignment[],
  now: Date,
): Result<Change, DomainError> {
  if (!assignable.some((one) => isSame(one, to))) return err(refusal('notAssignable'))
  if (isSame(to, dossier)) return err(refusal('holdsItAlready'))
  return stepping(dossier, 'assign', (state) => ok(handedTo(dossier, to, state, now)))
}

/** A case officer takes a dossier nobody has yet, into the unit it lies with or, where it lies with none, their own. */
export function taken(
  dossier: Dossier,
  by: string,
  assignable: readonly Assignment[],
  now: Date,
): Result<Change, DomainError> {
  const to = placeOf(by, dossier, assignable)
  if (to === null) return err({ code: 'forbidden' })
  return stepping(dossier, 'take', (state) => ok(handedTo(dossier, to, state, now)))
}

/** Where a dossier would lie with this person: in its unit if they work there, else in theirs; null if it cannot be given to them. */
export function placeOf(
  person: string,
  { unitId }: Pick<Dossier, 'unitId'>,
  assignable: readonly Assignment[],
): Assignment | null {
  const theirs = assignable.filter(({ assigneeId }) => assigneeId === person)
  return theirs.find((one) => one.unitId === unitId) ?? theirs[0] ?? null
}

const isSame = (one: Assignment, other: { assigneeId: string | null; unitId: string | null }) =>
  one.assigneeId === other.assigneeId && one.unitId === other.unitId

const refusal = (code: keyof typeof ASSIGNMENT_ISSUES): DomainError => ({
  code: 'invalid-input',
  issues: [{ path: 'to', code, words: ASSIGNMENT_ISSUES[code] }],
})

function handedTo(dossier: Dossier, to: Assignment, state: Change['set']['state'], now: Date): Change {
  const since = dossier.state === state ? { state } : moved(state, now)
  return {
    type: 'dossier.assigned',
    data: { assigneeId: to.assigneeId, unitId: to.unitId, previousAssigneeId: dossier.assigneeId },
    set: { ...since, assigneeId: to.assigneeId, unitId: to.unitId, heldSince: now },
  }
}
