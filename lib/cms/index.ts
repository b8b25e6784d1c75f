export { certificatesIn } from './certificate-file'
export { ecdsaSignatureDer } from './plain-ecdsa'
export {
  assembleSignedData,
  buildSignedAttributes,
  digestAlgorithmDer,
  pssParametersDer,
  signatureAlgorithmDer,
} from './build'
export type { AttributesToSign, SignedDataParts, SigningAlgorithm, SigningDigest } from './build'
export { digestName, digestOf } from './digest'
export { OID as CMS_OID } from './oids'
export type { CarriedRevocation } from './revocation-values'
export type {
  AlgorithmProtection,
  CertificateReference,
  SignaturePolicy,
  SignedAttributes,
  UnsignedAttributes,
} from './signed-attributes'
export { parseSignedData } from './signed-data'
export type { EncodingNote, SignedData, SignerId, SignerInfo } from './signed-data'
export { parseTimestampResponse, timestampRequest } from './timestamp-request'
export type { TimestampRequest } from './timestamp-request'
export { parseTimestampToken } from './timestamp-token'
export type { TimestampInfo, TimestampToken } from './timestamp-token'
export { verifySignerInfo } from './verify-signer'
export type { SignerCheck, SignerFault, SignerFaultCode, SignerOddity, SignerVerdict } from './verify-signer'
export { verifyTimestampToken } from './verify-timestamp'
export type { TimestampCheck, TimestampFault, TimestampFaultCode, TimestampVerdict } from './verify-timestamp'
export { readPkcs12 } from './pkcs12/read'
export type { Pkcs12 } from './pkcs12/read'
export type { Pkcs12Certificate, Pkcs12Key } from './pkcs12/match'
export { writePkcs12 } from './pkcs12/write'
export type { Pkcs12Contents, Pkcs12Locking } from './pkcs12/write'
