export { SIGNING_ERRORS } from './errors'
export { ANCHOR_SETS, anchorInput } from './protocol/anchor'
export type { AnchorInput, AnchorSet, AnchorState, TrustAnchor } from './protocol/anchor'
export { MAX_FORM_BYTES, MAX_STREAM_BYTES } from './protocol/check-limits'
export {
  issuersFound,
  issuersWanted,
  revocationAnswers,
  revocationQuestions,
  trustedRoots,
} from './protocol/check-messages'
export { signingPaths } from './protocol/paths'
export { signingPages } from './protocol/public-pages'
export { judgeInRounds } from './judging/judge-file'
export type { Authorities } from './judging/rounds'
export { mandatoryData } from './report/mandatory-data'
export { notSignedWords } from './report/not-signed-words'
export { withoutPersonalIds } from './report/report'
export type { Holder, SignatureEntry, Summary, VerificationReport } from './report/report'
export { exactMoment, signerWords, signingTimeWords } from './report/signature-words'
export {
  REQUIRED_SIGNATURE_WORDS,
  signatureFault,
  signatureFaultWords,
  signatureIssue,
} from './requirement/requirement'
export type { RequiredSignature, SignatureFault } from './requirement/requirement'
export { ANY_ORGANISATION, signatoryWords } from './requirement/signatory'
export type { Official, RightSubject } from './requirement/signatory'
export { challengeAnswer, signedInput } from './protocol/signed-input'
export type { Signed } from './protocol/signed-input'
export { CERTIFICATE_FAULT_WORDS, certificateFault, describeCertificate } from './requirement/certificate-fault'
export type { CertificateFault, DescribedCertificate } from './requirement/certificate-fault'
export { challengeText } from './protocol/challenge-text'
export type { ChallengePurpose } from './protocol/challenge-text'
export { HOLDER_WORDS, SUMMARY_WORDS } from './report/words'
