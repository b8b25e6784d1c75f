import 'server-only'

export { officerAct } from './acts'
export { disputesOn } from './keep-typing'
export type { Dispute } from './keep-typing'
export { explainItem, planFile, startSupplement, supplementDossier, withdrawDossier } from './applicant-acts'
export type { DeskRequest } from './desk'
export { desk, worksOnDossiers } from './desk'
export { assignableOfficers, receivingUnits, supplementCandidates } from './desk-choices'
export { draftPaper, draftPicture } from './draft-paper'
export type { DraftLine, OpenDraft, PageSaved } from './drafts'
export {
  detachFile,
  formOf,
  issuesOnPage,
  mayAttach,
  missingIn,
  myDrafts,
  openDraft,
  placeToGoOn,
  savePage,
  saveTyping,
} from './drafts'
export { readableFile, readablePaper, recordFileOpened } from './file-access'
export type { HeldPaper, IssuedDocument } from './issued-documents'
export { heldPaper } from './issued-documents'
export { pendingWork } from './pending-work'
export type { PendingWork } from './pending-work'
export { myDossiers } from './queries'
export { resultAsked } from './result-asked'
export type { Review } from './review'
export { reviewOf } from './review'
export { batchBytes, batchPicture, itemOf, makeBatch, signInBatch } from './sign-batch'
export { beginRemoteBatch, chooseForBatch } from './sign-batch-remotely'
export type { BatchLine, BatchView } from './sign-batch-view'
export { resultsToSign, signsResults, viewBatch } from './sign-batch-view'
export { signableFile, signFile } from './sign-file'
export { beginRemoteFile, chooseRemotely, returnFromRemote } from './sign-remotely'
export { discardDraft, draftLine, restoreDraft } from './discard-draft'
export { contentMark } from './content-mark'
export { receivingPlaces } from './receiving'
export { startDraft } from './start-draft'
export { submitDraft } from './submit'
export { rememberToSubmit, submitAsAsked, WISH_SECONDS } from './submit-asked'
export type { OpenSupplement } from './supplement-draft'
export { roundInBuffer } from './supplement-draft'
export type { Ask } from './use-case'
export type { HistoryEntry } from './told'
export type { DossierView, LookUp } from './views'
export { dossierWithSupplement, lookUp, viewDossier } from './views'
export { assignees, assignMany } from './assign-many'
export type { AssignedMany } from './assign-many'
export { agencyStandings, DAYS_COUNTED, watches } from './standings'
