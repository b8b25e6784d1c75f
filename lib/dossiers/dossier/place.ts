import type { Dossier } from './dossier'
import type { State } from './state'

/** Who holds a dossier in each state: whose move it is; null once it has ended. */
const PLACES = {
  submitted: 'desk',
  incomplete: 'applicant',
  accepted: 'handler',
  not_accepted: null,
  in_review: 'handler',
  awaiting_supplement: 'applicant',
  awaiting_approval: 'leader',
  withdrawal_requested: 'handler',
  terminated: null,
  completed: 'desk',
  result_returned: null,
} as const satisfies Record<State, 'desk' | 'applicant' | 'handler' | 'leader' | null>

export type Place = Exclude<(typeof PLACES)[State], null>

/** Whose move it is: the desk’s, the applicant’s, the case officer’s or a leader’s. */
export function placeOf(state: State): Place | null {
  return PLACES[state]
}

/** Who of a dossier is asked about it: the officer who works on it or waits for its supplement, at other times the desk (null). */
export function contactIn({ state, assigneeId }: Pick<Dossier, 'state' | 'assigneeId'>): string | null {
  const place = placeOf(state)
  return place === 'handler' || place === 'applicant' ? assigneeId : null
}
