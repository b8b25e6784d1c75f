export { changesBesideSignature } from './appended'
export { CHANGE_WORDS } from './change-words'
export { judgeChain } from './chain-judge'
export type { Root } from './chain-judge'
export { isAboutCertificate, isRevocationOpen } from './certificate-words'
export { parseEvidence } from './evidence'
export type { Change, ChangeCode, ChangeLevel } from './changes/change'
export type { Permissions } from './changes/permissions'
export type { Coverage, CoverageFault } from './coverage'
export type { SecurityStore } from './dss'
export type { HashEngine, Hasher } from './hashing'
export type { JudgedChange, NotSigned, SignatureReport, ValidationReport } from './report'
export type { SignatureTimestamp } from './times'
export { examinePdf, judgePdf, validatePdf } from './validate'
export type { Examined, ExaminationInput, JudgingInput, ValidationInput } from './validate'
export type { Indication, SubIndication, Verdict } from './verdict'
export { webHashes } from './web-hash'
export {
  COVERAGE_WORDS,
  FAULT_WORDS,
  INDICATION_WORDS,
  LATER_CHANGE_WORDS,
  certificateWords,
  reasonWords,
} from './words'
export { digestPrepared } from './sign/digest'
export type { PreparedDigest } from './sign/digest'
export { SIGNING_FAULT_WORDS } from './sign/fault'
export type { SigningFault, SigningFaultCode } from './sign/fault'
export { attachmentBox, attachmentLine, sealBox } from './sign/layout'
export { archivePdf, certificatesToCover, extendToLongTerm } from './sign/long-term'
export type { Extension } from './sign/long-term'
export type { Appearance, Box, Picture, SetText } from './sign/appearance'
export { fillGap, prepareSignature } from './sign/prepare'
export type { Prepared, SignaturePlan } from './sign/prepare'
export { oidOf, signDigest, signPdf, timestampPdf } from './sign/sign'
export type { Machinery, SignedAppendix, SigningRequest } from './sign/sign'
export type { Signer, TimestampAuthority } from './sign/signer'
export { setText } from './sign/text'
