export * as der from './der-write'
export { berToDer } from './ber'
export type { BerLimits, Normalised } from './ber'
export { bytesEqual, bytesToBigInt, compareBytes, concatBytes, fromHex, toHex, unsharedBytes } from './bytes'
export { certificatesEqual, isSelfIssued, parseCertificate, readCertificate } from './certificate'
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
export { attributeValues, namesEqual, readName } from './name'
export type { Attribute, Name } from './name'
export { OID } from './oids'
export { attempt, refuse, Refused } from './refusal'
export type { Refusal } from './refusal'
export { subjectIds } from './subject-id'
export type { SubjectId } from './subject-id'
