import 'server-only'

export { officerAct } from './operations/officer-act'
export { disputesOn } from './drafts/keep-typing'
export type { Dispute } from './drafts/keep-typing'
export { explainItem, planFile, startSupplement, supplementDossier, withdrawDossier } from './operations/applicant-acts'
export type { DeskRequest } from './queries/desk'
export { desk, worksOnDossiers } from './queries/desk'
export { assignableOfficers, receivingUnits, supplementCandidates } from './operations/desk-choices'
export { draftPaper, draftPicture } from './papers/draft-paper'
export type { DraftLine, OpenDraft, OpenQuestions, PageSaved } from './drafts/drafts'
export {
  detachFile,
  issuesOnPage,
  mayAttach,
  missingIn,
  myDrafts,
  openDraft,
  openQuestions,
  placeToGoOn,
  savePage,
  saveTyping,
} from './drafts/drafts'
export { formOf } from './drafts/questions'
export { readableFile, readablePaper, recordFileOpened } from './queries/file-access'
export type { HeldPaper, IssuedDocument } from './papers/issued-documents'
export { heldPaper } from './papers/issued-documents'
export { pendingWork } from './queries/pending-work'
export type { PendingWork } from './queries/pending-work'
export { myDossiers } from './queries/queries'
export { resultQuestions } from './results/result-questions'
export type { Review } from './drafts/review'
export { reviewOf } from './drafts/review'
export { batchBytes, batchPicture, itemOf, makeBatch, signInBatch } from './result-signing/sign-batch'
export { beginRemoteBatch, chooseForBatch } from './result-signing/sign-batch-remotely'
export type { BatchLine, BatchView } from './result-signing/sign-batch-view'
export { resultsToSign, signsResults, viewBatch } from './result-signing/sign-batch-view'
export { signableFile, signFile } from './drafts/sign-file'
export { beginRemoteFile, chooseRemotely, returnFromRemote } from './result-signing/sign-remotely'
export { discardDraft, draftLine, restoreDraft } from './drafts/discard-draft'
export { contentMark } from './drafts/content-mark'
export { receivingPlaces } from './drafts/receiving'
export { startDraft } from './drafts/start-draft'
export { submitDraft } from './drafts/submit'
export { rememberToSubmit, submitAfterStepUp, WISH_SECONDS } from './drafts/submit-after-step-up'
export type { OpenSupplement } from './drafts/supplement-draft'
export { roundInBuffer } from './drafts/supplement-draft'
export type { Ask } from './operations/perform'
export type { HistoryEntry } from './queries/history'
export type { DossierView, LookUp } from './queries/views'
export { dossierWithSupplement, lookUp, viewDossier } from './queries/views'
export { assignees, assignMany } from './operations/assign-many'
export type { AssignedMany } from './operations/assign-many'
export { agencyStandings, DAYS_COUNTED, watches } from './queries/standings'
