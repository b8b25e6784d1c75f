import 'server-only'

export { startSupplement, supplementDossier, withdrawDossier } from './applicant-acts'
export {
  detachFile,
  discardDraft,
  formOf,
  issuesOnPage,
  mayAttach,
  missingIn,
  myDrafts,
  openDraft,
  placeToGoOn,
  savePage,
  saveTyping,
  startDraft,
} from './drafts'
export type { DraftLine, OpenDraft, PageSaved } from './drafts'
export { officerAct } from './acts'
export { readableFile, readablePaper, recordFileOpened } from './file-access'
export { heldPaper } from './issued-documents'
export type { HeldPaper, IssuedDocument } from './issued-documents'
export { assignableOfficers, supplementCandidates } from './desk-choices'
export { desk } from './desk'
export type { DeskRequest } from './desk'
export { myDossiers } from './queries'
export { reviewOf } from './review'
export type { Review } from './review'
export { signableFile, signFile } from './sign-file'
export { beginRemoteFile, chooseRemotely, returnFromRemote } from './sign-remotely'
export { batchBytes, batchPicture, itemOf, makeBatch, signInBatch } from './sign-batch'
export { beginRemoteBatch, chooseForBatch } from './sign-batch-remotely'
export { resultsToSign, signsResults, viewBatch } from './sign-batch-view'
export type { BatchLine, BatchView } from './sign-batch-view'
export { submitDraft } from './submit'
export type { Ask } from './use-case'
export { dossierWithSupplement, lookUp, viewDossier } from './views'
export type { DossierView, HistoryEntry, LookUp } from './views'
