export * as der from './der/write'
export { berToDer } from './der/ber'
export type { BerLimits, Normalised } from './der/ber'
export { bytesEqual, bytesToBigInt, compareBytes, concatBytes, fromHex, toHex, unsharedBytes } from './der/bytes'
export {
  certificatesEqual,
  isSelfIssued,
  parseCertificate,
  parseCertificateLeniently,
  readCertificate,
} from './certificate/certificate'
export type { Certificate } from './certificate/certificate'
export { readExtensionList } from './certificate/certificate-extensions'
export type { CertificateExtensions, Extension } from './certificate/certificate-extensions'
export type { KeyUsage } from './certificate/extensions'
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
} from './der/read'
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
} from './der/scan'
export type { Der, DerCursor } from './der/scan'
export { readString } from './der/string'
export { readTime } from './der/time'
export { readGeneralName, readGeneralNames } from './certificate/general-name'
export type { GeneralName } from './certificate/general-name'
export { readAlgorithm, readPublicKey } from './crypto/key'
export type { AlgorithmId, KeyAlgorithm, PublicKey } from './crypto/key'
export { attributeValues, namesEqual, plainName, readName } from './certificate/name'
export type { Attribute, Name } from './certificate/name'
export { OID } from './certificate/oids'
export { attempt, refuse, Refused, settle } from './der/refusal'
export type { Refusal } from './der/refusal'
export { subjectIds } from './certificate/subject-id'
export type { SubjectId } from './certificate/subject-id'
export { addressesIn } from './certificate/addresses'
export { DATED_ALGORITHMS, keyName, TLS_ALGORITHMS, UNDATED_ALGORITHMS } from './crypto/algorithm-policy'
export type { AlgorithmPolicy, AlgorithmRule } from './crypto/algorithm-policy'
export { anchorOf } from './certificate/anchor'
export type { Anchor } from './certificate/anchor'
export { parseCrl } from './revocation-data/crl'
export type { Crl } from './revocation-data/crl'
export { findEntry } from './revocation-data/crl-entry'
export type { CrlEntry, RevocationReason } from './revocation-data/crl-entry'
export { checkSignature, digest, verifySignature, webEngine } from './crypto/engine'
export type { AlgorithmCheck, Engine, SignatureCheck } from './crypto/engine'
export { HASHES, hashByOid } from './crypto/hash'
export type { HashName } from './crypto/hash'
export { parseBasicOcspResponse, parseOcspResponse } from './revocation-data/ocsp'
export type { OcspCertId, OcspResponse, OcspSingle, OcspStatus } from './revocation-data/ocsp'
export { ocspCertId, ocspRequest } from './revocation-data/ocsp-request'
export type { OcspQuestion } from './revocation-data/ocsp-request'
export type { PolicyInputs } from './path/policy-graph'
export { isRevokedAt } from './revocation/status'
export type { RevocationStatus } from './revocation/status'
export { DEFAULT_LIMITS } from './path/session'
export type { Limits, PathInput, Purpose, RevocationInput } from './path/session'
export { signatureScheme } from './crypto/signature-scheme'
export type { SchemeKind, SignatureScheme } from './crypto/signature-scheme'
export { validatePath } from './validate'
export type { PathVerdict } from './validate'
