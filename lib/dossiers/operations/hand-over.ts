import type { Change } from '../dossier/change'
import { moved } from '../dossier/change'
import type { Dossier } from '../dossier/dossier'
import type { Assignment, Step } from './operation'

export const isSame = (assignment: Assignment, other: { assigneeId: string | null; unitId: string | null }): boolean =>
  assignment.assigneeId === other.assigneeId && assignment.unitId === other.unitId

/** Where a dossier would lie with this person: in its unit if they work there, else in theirs; null if it cannot be given to them. */
export function placeWith(
  person: string,
  { unitId }: Pick<Dossier, 'unitId'>,
  assignable: readonly Assignment[],
): Assignment | null {
  const places = assignable.filter(({ assigneeId }) => assigneeId === person)
  return places.find((place) => place.unitId === unitId) ?? places[0] ?? null
}

/** The dossier changes hands; where its state stays, so does the day since which it holds. */
export function handedOver(dossier: Dossier, { assigneeId, unitId }: Assignment, { to, now }: Step): Change {
  const since = dossier.state === to ? { state: to } : moved(to, now)
  return {
    event: { type: 'dossier.assigned', data: { assigneeId, unitId, previousAssigneeId: dossier.assigneeId } },
    set: { ...since, assigneeId, unitId, heldSince: now },
  }
}
