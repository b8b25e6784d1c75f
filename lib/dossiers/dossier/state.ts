/** States as stored, with the code the national system knows them by (domain reference 3.4.4). */
export const STATES = {
  submitted: 1,
  incomplete: 5,
  accepted: 2,
  not_accepted: 3,
  in_review: 4,
  awaiting_supplement: 5,
  awaiting_approval: 4,
  withdrawal_requested: 7,
  terminated: 8,
  completed: 9,
  result_returned: 10,
} as const satisfies Record<string, number>
export type State = keyof typeof STATES

/** States nothing leads out of. */
export const FINAL_STATES = ['not_accepted', 'terminated', 'result_returned'] as const satisfies readonly State[]

/** A stored state; what the database holds is checked, not believed. */
export function stateOf(value: string): State {
  const match = Object.keys(STATES).find((state): state is State => state === value)
  if (match === undefined) throw new Error(`unknown dossier state ${value}`)
  return match
}
