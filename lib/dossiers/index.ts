export { DOSSIER_ERRORS } from './errors'
export type { PagedCommand } from './operations/act-pages'
export { actPageOf, commandOfPage, pageOfAct } from './operations/act-pages'
export type { SendBack } from './operations/send-back'
export type { DossierEvent, EventType } from './dossier/events'
export { DOSSIER_EVENTS, isEventType } from './dossier/events'
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
export type { ResultDraft } from './results/result-draft'
export type { NoticeRule, NoticeWords } from './operations/operation'
export type { Command } from './operations/operations'
export { EVENT_FACTS, isCommand, OPERATIONS } from './operations/operations'
export type { State } from './dossier/state'
export { FINAL_STATES, STATES } from './dossier/state'
export { LONGEST } from './dossier/longest'
export { paths } from './dossier/paths'
export { dossierPages, dossierPageTags, LOOK_UP_QUERY } from './queries/public-pages'
export type { Queue } from './queries/queues'
export { QUEUES } from './queries/queues'
export type { IntakeRejection } from './operations/reject-intake'
export type { SupplementRequestInput } from './operations/request-supplement'
export type { RoundItem, SupplementRound } from './dossier/rounds'
export type { FilePlan } from './drafts/supplement-answers'
export { itemKey, planFor } from './drafts/supplement-answers'
export type { Withdrawal } from './operations/withdraw'
export { withdrawal } from './operations/withdraw'
export { STAGES, STATE_WORDS, stageOf } from './dossier/words'
export type { Place } from './dossier/place'
export { placeOf } from './dossier/place'
