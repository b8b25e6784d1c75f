export type { PagedCommand } from './operations/act-pages'
export { actPageOf, commandOfPage, pageOfAct } from './operations/act-pages'
export type { SendBack } from './operations/approve'
export type { Assignment } from './operations/assign'
export type { EventType } from './dossier/change'
export { EVENTS } from './dossier/change'
export { isAskedTooOften } from './dossier/counted'
export type {
  ActReason,
  Closing,
  Dossier,
  DossierResult,
  FeeSnapshot,
  SupplementItem,
  SupplementReason,
  SupplementRequest,
} from './dossier/dossier'
export { SUPPLEMENT_REASONS } from './dossier/dossier'
export type { ResultDraft } from './results/draft-result'
export type { Command, State } from './dossier/lifecycle'
export { FINAL_STATES, STATES } from './dossier/lifecycle'
export { LONGEST } from './dossier/longest'
export { paths } from './dossier/paths'
export type { Queue } from './queries/queues'
export { QUEUES } from './queries/queues'
export type { IntakeRejection } from './operations/reject-intake'
export type { SupplementRequestInput } from './operations/request-supplement'
export type { RoundItem, SupplementRound } from './dossier/rounds'
export type { FilePlan } from './drafts/supplement-answers'
export { itemKey, planFor } from './drafts/supplement-answers'
export type { Withdrawal } from './operations/withdraw'
export { withdrawal } from './operations/withdraw'
export { COMMAND_WORDS, EVENT_WORDS, STAGES, STATE_WORDS, stageOf } from './dossier/words'
export type { Place } from './dossier/place'
export { placeOf } from './dossier/place'
