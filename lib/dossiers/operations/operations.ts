import type { DomainError, Result } from '@/lib/kernel'
import { nextState, ok } from '@/lib/kernel'
import type { Change } from '../dossier/change'
import type { Dossier } from '../dossier/dossier'
import type { EventType } from '../dossier/events'
import { isEventType } from '../dossier/events'
import type { Right } from '../dossier/rights'
import type { State } from '../dossier/state'
import { accept } from './accept'
import { agreeWithdrawal } from './agree-withdrawal'
import { approve } from './approve'
import { assign } from './assign'
import { closeUnanswered } from './close-unanswered'
import { draftResult } from './draft-result'
import { refuseWithdrawal } from './refuse-withdrawal'
import { rejectIntake } from './reject-intake'
import { requestSupplement } from './request-supplement'
import { returnResult } from './return-result'
import { sendBack } from './send-back'
import { submitForApproval } from './submit-for-approval'
import { supplement } from './supplement'
import { take } from './take'
import { withdraw } from './withdraw'
import type { EventFacts, OperationFacts, Step } from './operation'
import { submitted } from './submitted'

/** An operation whatever it reads and knows. */
type AnyOperation = OperationFacts & {
  read: (form: FormData) => Result<unknown, DomainError>
  decide: (dossier: Dossier, input: never, facts: never, step: Step) => Result<Change, DomainError>
}

/** Every operation on a dossier; what each needs of the database is collected in `officer-act.ts`. */
export const OPERATIONS = {
  accept,
  rejectIntake,
  take,
  assign,
  requestSupplement,
  supplement,
  closeUnanswered,
  draftResult,
  submitForApproval,
  approve,
  sendBack,
  returnResult,
  withdraw,
  agreeWithdrawal,
  refuseWithdrawal,
} as const satisfies Record<string, AnyOperation>

export type Command = keyof typeof OPERATIONS

export const isCommand = (name: string): name is Command => Object.hasOwn(OPERATIONS, name)

export const COMMANDS: readonly Command[] = Object.keys(OPERATIONS).filter(isCommand)

/** What follows from each event. */
export const EVENT_FACTS = {
  ...submitted.events,
  ...accept.events,
  ...rejectIntake.events,
  ...assign.events,
  ...requestSupplement.events,
  ...supplement.events,
  ...closeUnanswered.events,
  ...draftResult.events,
  ...submitForApproval.events,
  ...approve.events,
  ...sendBack.events,
  ...returnResult.events,
  ...withdraw.events,
  ...refuseWithdrawal.events,
} as const satisfies Record<EventType, EventFacts>

/** The events that call for an official paper. */
export const PAPER_EVENTS: readonly EventType[] = Object.keys(EVENT_FACTS)
  .filter(isEventType)
  .filter((type) => EVENT_FACTS[type].paper !== null)

/** The life-cycle as a table: from a state, by a command, to a state. */
export const LIFECYCLE: readonly (readonly [from: State, command: Command, to: State])[] = COMMANDS.flatMap((command) =>
  OPERATIONS[command].moves.map(([from, to]) => [from, command, to] as const),
)

/** Where `command` leads from `state` and the right it needs; a command the life-cycle lacks there is refused. */
export function step(state: State, command: Command): Result<{ to: State; right: Right }, DomainError> {
  const to = nextState(LIFECYCLE, state, command)
  return to.ok ? ok({ to: to.value, right: OPERATIONS[command].right }) : to
}

/** Every command the life-cycle offers in a state. */
export function commandsIn(state: State): Command[] {
  return LIFECYCLE.filter(([from]) => from === state).map(([, command]) => command)
}
