import type { Right } from '../dossier/rights'
import type { Change } from '../dossier/change'
import type { Dossier, DossierResult, SupplementRequest } from '../dossier/dossier'
import type { EventType } from '../dossier/events'
import type { State } from '../dossier/state'
import type { PaperKind } from '../papers/paper-kinds'
import type { Text } from '@/lib/i18n'
import type { DomainError, Result } from '@/lib/kernel'

/** Where a dossier can be given to: a person at work in a unit. */
export type Assignment = { assigneeId: string; unitId: string }

/** What lies beside a dossier and decides whether an act on it can succeed now. */
export type Beside = {
  result: DossierResult | null
  openRequest: SupplementRequest | null
  /** To whom it can be given, each with their unit; read for operations that `needsPeople`. */
  assignable: readonly Assignment[]
  /** Who asks. */
  by: string
  /** Whether its contents are not for the session of whoever asks. */
  isClosed: boolean
  now: Date
}

/** Where the life-cycle leads, who acts, and when. */
export type Step = { to: State; by: string; now: Date }

export type NoticeWords = { title: Text; body: Text }

/** Who hears of an event and in which words, or the reason why nobody is told. `{code}`, `{procedure}`, `{due}` ... are filled in. */
export type NoticeRule = {
  applicant?: NoticeWords
  assignee?: NoticeWords
  leaders?: NoticeWords
  desk?: NoticeWords
  none?: string
}

/** What follows from an event, wherever it comes from. */
export type EventFacts = {
  words: Text
  /** Whom the reason concerns that somebody has to give; null where none is asked for, or where it stands in the request. */
  reasonFor: 'everybody' | 'officers' | null
  /** The official paper it calls for. */
  paper: PaperKind | null
  notice: NoticeRule
}

/** What every operation says of itself, whatever it asks for. */
export type OperationFacts = {
  by: 'officer' | 'applicant'
  /** Which states it leads out of, and where to. */
  moves: readonly (readonly [from: State, to: State])[]
  right: Right
  words: Text
  /** The address part of the page that asks what it needs to know; null where a button on the dossier's page is enough. */
  page: string | null
  needsPeople: boolean
  /** Why it cannot succeed now whatever is said in it: screens offer no button then, and the server refuses. */
  hindrance: ((dossier: Dossier, beside: Beside) => DomainError | null) | null
  events: Partial<Record<EventType, EventFacts>>
}

/** One operation on a dossier: what it reads from a form (`I`), what it has to know (`F`), and the pure decision over these. */
export type Operation<I, F> = OperationFacts & {
  read: (form: FormData) => Result<I, DomainError>
  decide: (dossier: Dossier, input: I, facts: F, step: Step) => Result<Change, DomainError>
}
