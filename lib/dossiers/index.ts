export type { PagedCommand } from './act-pages'
export { actPageOf, commandOfPage, pageOfAct } from './act-pages'
export type { SendBack } from './approve'
export type { Assignment } from './assign'
export type { EventType } from './change'
export { EVENTS } from './change'
export { isAskedTooOften } from './counted'
export type {
  ActReason,
  Closing,
  Dossier,
  DossierResult,
  FeeSnapshot,
  SupplementItem,
  SupplementReason,
  SupplementRequest,
} from './dossier'
export { SUPPLEMENT_REASONS } from './dossier'
export type { ResultDraft } from './draft-result'
export type { Command, State } from './lifecycle'
export { FINAL_STATES, STATES } from './lifecycle'
export { LONGEST } from './longest'
export { paths } from './paths'
export type { Queue } from './queues'
export { QUEUES } from './queues'
export type { IntakeRejection } from './reject-intake'
export type { SupplementRequestInput } from './request-supplement'
export type { RoundItem, SupplementRound } from './rounds'
export type { FilePlan } from './supplement-answers'
export { itemKey, planFor } from './supplement-answers'
export type { Withdrawal } from './withdraw'
export { withdrawal } from './withdraw'
export { COMMAND_WORDS, EVENT_WORDS, STAGES, STATE_WORDS, stageOf } from './words'
export type { Place } from './place'
export { placeOf } from './place'
