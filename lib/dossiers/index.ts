export { EVENTS } from './change'
export type { EventType } from './change'
export { SUPPLEMENT_REASONS, supplementItem } from './dossier'
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
export { assignment } from './assign'
export type { Assignment } from './assign'
export { sendBack } from './approve'
export type { SendBack } from './approve'
export { resultDraft } from './draft-result'
export type { ResultDraft } from './draft-result'
export { commandsIn, FINAL_STATES, LIFECYCLE, STATES, step } from './lifecycle'
export type { Command, State } from './lifecycle'
export { paths } from './paths'
export { QUEUES, queueOf } from './queues'
export type { Queue } from './queues'
export { intakeRejection } from './reject-intake'
export type { IntakeRejection } from './reject-intake'
export { supplementRequestInput } from './request-supplement'
export type { SupplementRequestInput } from './request-supplement'
export { withdrawal } from './withdraw'
export type { Withdrawal } from './withdraw'
export { COMMAND_WORDS, EVENT_WORDS, STAGES, stageOf, STATE_WORDS } from './words'
