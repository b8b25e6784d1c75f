import type { Text } from '@/lib/i18n'
import type { DomainError, Result } from '@/lib/kernel'
import { err } from '@/lib/kernel'
import type { Dossier, DossierResult, SupplementAnswers, SupplementRequest } from './dossier'
import type { Command, State } from './lifecycle'
import { step } from './lifecycle'

export const EVENTS = [
  'dossier.submitted',
  'dossier.accepted',
  'dossier.intakeRejected',
  'dossier.assigned',
  'dossier.supplementRequested',
  'dossier.supplemented',
  'dossier.resultDrafted',
  'dossier.approvalRequested',
  'dossier.approved',
  'dossier.sentBack',
  'dossier.resultReturned',
  'dossier.withdrawalRequested',
  'dossier.withdrawn',
  'dossier.withdrawalRefused',
  'dossier.closedUnanswered',
] as const
export type EventType = (typeof EVENTS)[number]

export function isEventType(action: string): action is EventType {
  return EVENTS.some((event) => event === action)
}

/** Acts whose reason somebody has to give, and whom it concerns; those of a supplement request stand in the request. */
export const REASONED = {
  'dossier.intakeRejected': 'everybody',
  'dossier.resultDrafted': 'officers',
  'dossier.sentBack': 'officers',
  'dossier.withdrawalRequested': 'everybody',
  'dossier.withdrawn': 'everybody',
  'dossier.withdrawalRefused': 'everybody',
  'dossier.closedUnanswered': 'everybody',
} as const satisfies Partial<Record<EventType, 'everybody' | 'officers'>>

export function isReasoned(type: string): type is keyof typeof REASONED {
  return Object.hasOwn(REASONED, type)
}

/** Why an act was done, in the words of whoever did it. */
export type Reason = { ground?: string | undefined; reason: string; guidance?: string | undefined }

/** One step of the clock, kept for ever: what happened, until when it is due now, and why. */
export type ClockStep = {
  kind: 'started' | 'paused' | 'resumed' | 'restarted' | 'stopped'
  dueAt: Date | null
  explanation: Text[]
  legalGround: string
}

type Settable = Omit<Dossier, 'id' | 'draftId' | 'submissionCode' | 'version' | 'submittedAt'>

/** What a decision changes: the row, the rows beside it, and the event that says so. */
export type Change = {
  type: EventType
  /** Facts for the audit trail and for handlers: ids and codes, no content. */
  data: Record<string, unknown>
  set: Partial<Settable> & { state: State }
  reason?: Reason
  clock?: ClockStep
  openSupplement?: SupplementRequest
  /** The open request is answered or, where the dossier ends or turns, closed. */
  endSupplement?: SupplementAnswers | 'closed'
  result?: DossierResult
}

/** `then` with the state that `command` leads to, or the table's refusal. */
export function stepping(
  dossier: Dossier,
  command: Command,
  then: (to: State) => Result<Change, DomainError>,
): Result<Change, DomainError> {
  const next = step(dossier.state, command)
  return next.ok ? then(next.value.to) : err(next.error)
}

/** The columns every move sets: the state and since when it holds. */
export function moved(to: State, now: Date): { state: State; stateSince: Date } {
  return { state: to, stateSince: now }
}

/** A dossier as it is after the change. */
export function applied(dossier: Dossier, change: Change): Dossier {
  return { ...dossier, ...change.set, version: dossier.version + 1 }
}
