export * as der from './der-write'
export { berToDer } from './ber'
export type { BerLimits, Normalised } from './ber'
export { bytesEqual, bytesToBigInt, compareBytes, concatBytes, fromHex, toHex, unsharedBytes } from './bytes'
export {
  certificatesEqual,
  isSelfIssued,
  parseCertificate,
  parseCertificateLeniently,
  readCertificate,
} from './certificate'
export type { Certificate } from './certificate'
export { readExtensionList } from './certificate-extensions'
export type { CertificateExtensions, Extension } from './certificate-extensions'
export type { KeyUsage } from './extensions'
export {
  bitStringValue,
  booleanValue,
  integerBody,
  integerValue,
  oidBody,
  readBitOctets,
  readBitString,
  readBoolean,
  readInteger,
  readOctets,
  readOid,
  readSmallInteger,
  smallIntegerValue,
} from './der-read'
export {
  contextTag,
  derAt,
  derBody,
  derBytes,
  derChildren,
  derCursor,
  derInner,
  expectTag,
  isConstructed,
  readDer,
  TAG,
} from './der-scan'
export type { Der, DerCursor } from './der-scan'
export { readString } from './der-string'
export { readTime } from './der-time'
export { readGeneralName, readGeneralNames } from './general-name'
export type { GeneralName } from './general-name'
export { readAlgorithm, readPublicKey } from './key'
export type { AlgorithmId, KeyAlgorithm, PublicKey } from './key'
export { attributeValues, namesEqual, plainName, readName } from './name'
export type { Attribute, Name } from './name'
export { OID } from './oids'
export { attempt, refuse, Refused, settle } from './refusal'
export type { Refusal } from './refusal'
export { subjectIds } from './subject-id'
export type { SubjectId } from './subject-id'
export { addressesIn } from './addresses'
export { DATED_ALGORITHMS, keyName, TLS_ALGORITHMS, UNDATED_ALGORITHMS } from './algorithm-policy'
export type { AlgorithmPolicy, AlgorithmRule } from './algorithm-policy'
export { anchorOf } from './anchor'
export type { Anchor } from './anchor'
export { parseCrl } from './crl'
export type { Crl } from './crl'
export { findEntry } from './crl-entry'
export type { CrlEntry, RevocationReason } from './crl-entry'
export { checkSignature, digest, verifySignature, webEngine } from './engine'
export type { AlgorithmCheck, Engine, SignatureCheck } from './engine'
export { HASHES, hashByOid } from './hash'
export type { HashName } from './hash'
export { parseBasicOcspResponse, parseOcspResponse } from './ocsp'
export type { OcspCertId, OcspResponse, OcspSingle, OcspStatus } from './ocsp'
export { ocspCertId, ocspRequest } from './ocsp-request'
export type { OcspQuestion } from './ocsp-request'
export type { PolicyInputs } from './policy-graph'
export { isRevokedAt } from './revocation-status'
export type { RevocationStatus } from './revocation-status'
export { DEFAULT_LIMITS } from './session'
export type { Limits, PathInput, Purpose, RevocationInput } from './session'
export { signatureScheme } from './signature-scheme'
export type { SchemeKind, SignatureScheme } from './signature-scheme'
export { validatePath } from './validate'
export type { PathVerdict } from './validate'
