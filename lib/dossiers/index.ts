export { EVENTS } from './change'
export type { EventType } from './change'
export { SUPPLEMENT_REASONS } from './dossier'
export type {
  Closing,
  Dossier,
  DossierResult,
  FeeSnapshot,
  SupplementItem,
  SupplementReason,
  SupplementRequest,
} from './dossier'
export { actPageOf, commandOfPage } from './act-pages'
export type { PagedCommand } from './act-pages'
export type { Assignment } from './assign'
export type { SendBack } from './approve'
export type { ResultDraft } from './draft-result'
export { FINAL_STATES, STATES } from './lifecycle'
export type { Command, State } from './lifecycle'
export { paths } from './paths'
export { QUEUES } from './queues'
export type { Queue } from './queues'
export type { IntakeRejection } from './reject-intake'
export type { SupplementRequestInput } from './request-supplement'
export { withdrawal } from './withdraw'
export type { Withdrawal } from './withdraw'
export { COMMAND_WORDS, EVENT_WORDS, STAGES, stageOf, STATE_WORDS } from './words'
