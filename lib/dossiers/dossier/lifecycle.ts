import type { Permission } from '@/lib/access'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'

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

/** Who moves a dossier: the right each command needs stands beside it. */
export const LIFECYCLE = [
  // from                  command               to                      right
  ['submitted', 'accept', 'accepted', 'dossier.accept'],
  ['submitted', 'rejectIntake', 'not_accepted', 'dossier.rejectIntake'],
  ['submitted', 'requestSupplement', 'incomplete', 'dossier.requestSupplement'],
  ['submitted', 'withdraw', 'terminated', 'dossier.withdraw'],
  ['incomplete', 'supplement', 'submitted', 'dossier.supplement'],
  ['incomplete', 'withdraw', 'terminated', 'dossier.withdraw'],
  ['incomplete', 'closeUnanswered', 'terminated', 'dossier.closeUnanswered'],
  ['accepted', 'take', 'in_review', 'dossier.take'],
  ['accepted', 'assign', 'in_review', 'dossier.assign'],
  ['accepted', 'withdraw', 'withdrawal_requested', 'dossier.withdraw'],
  ['in_review', 'assign', 'in_review', 'dossier.assign'],
  ['in_review', 'requestSupplement', 'awaiting_supplement', 'dossier.requestSupplement'],
  ['in_review', 'draftResult', 'in_review', 'dossier.draftResult'],
  ['in_review', 'submitForApproval', 'awaiting_approval', 'dossier.submitForApproval'],
  ['in_review', 'withdraw', 'withdrawal_requested', 'dossier.withdraw'],
  ['awaiting_supplement', 'assign', 'awaiting_supplement', 'dossier.assign'],
  ['awaiting_supplement', 'supplement', 'in_review', 'dossier.supplement'],
  ['awaiting_supplement', 'withdraw', 'withdrawal_requested', 'dossier.withdraw'],
  ['awaiting_supplement', 'closeUnanswered', 'terminated', 'dossier.closeUnanswered'],
  ['awaiting_approval', 'assign', 'awaiting_approval', 'dossier.assign'],
  ['awaiting_approval', 'approve', 'completed', 'dossier.approve'],
  ['awaiting_approval', 'sendBack', 'in_review', 'dossier.sendBack'],
  ['withdrawal_requested', 'assign', 'withdrawal_requested', 'dossier.assign'],
  ['withdrawal_requested', 'agreeWithdrawal', 'terminated', 'dossier.decideWithdrawal'],
  ['withdrawal_requested', 'refuseWithdrawal', 'in_review', 'dossier.decideWithdrawal'],
  ['completed', 'returnResult', 'result_returned', 'dossier.returnResult'],
] as const satisfies readonly (readonly [State, string, State, Permission])[]

export type Command = (typeof LIFECYCLE)[number][1]

/** States nothing leads out of. */
export const FINAL_STATES = ['not_accepted', 'terminated', 'result_returned'] as const satisfies readonly State[]

/** Where `command` leads from `state` and the right it needs; a command the table lacks there is refused. */
export function step(state: State, command: Command): Result<{ to: State; permission: Permission }, DomainError> {
  const row = LIFECYCLE.find(([from, name]) => from === state && name === command)
  return row ? ok({ to: row[2], permission: row[3] }) : err({ code: 'illegal-step', detail: { state, command } })
}

/** Every command the table offers in a state. */
export function commandsIn(state: State): { command: Command; permission: Permission }[] {
  return LIFECYCLE.filter(([from]) => from === state).map(([, command, , permission]) => ({ command, permission }))
}

/** A stored state; what the database holds is checked, not believed. */
export function stateOf(value: string): State {
  const known = Object.keys(STATES).find((state): state is State => state === value)
  if (known === undefined) throw new Error(`unknown dossier state ${value}`)
  return known
}
