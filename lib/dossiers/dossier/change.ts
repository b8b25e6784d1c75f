import type { Text } from '@/lib/i18n'
import type { Dossier, DossierResult, SupplementAnswers, SupplementRequest } from './dossier'
import type { DossierEvent } from './events'
import type { State } from './state'

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
  event: DossierEvent
  set: Partial<Settable> & { state: State }
  reason?: Reason
  clock?: ClockStep
  openSupplement?: SupplementRequest
  /** The open request is answered or, where the dossier ends or turns, closed. */
  endSupplement?: SupplementAnswers | 'closed'
  result?: DossierResult
}

/** The columns every move sets: the state and since when it holds. */
export function moved(to: State, now: Date): { state: State; stateSince: Date } {
  return { state: to, stateSince: now }
}

/** A dossier as it is after the change. */
export function applied(dossier: Dossier, change: Change): Dossier {
  return { ...dossier, ...change.set, version: dossier.version + 1 }
}
