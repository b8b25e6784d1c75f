import {
  contextTag,
  derBytes,
  derChildren,
  derCursor,
  expectTag,
  integerValue,
  readAlgorithm,
  readGeneralNames,
  readOctets,
  readOid,
  readString,
  readTime,
  TAG,
} from '@/lib/trust'
import type { AlgorithmId, Der, GeneralName } from '@/lib/trust'
import { hasAttribute, readAttributes, valueBytes, valuesOf } from './attributes'
import type { AttributeList } from './attributes'
import { OID } from './oids'
import { mergeRevocation, readAdobeRevocation, readRevocationValues } from './revocation-values'
import type { CarriedRevocation } from './revocation-values'

/** ESSCertID or ESSCertIDv2 (RFC 5035): which certificate the signer named. */
export type CertificateReference = {
  readonly digestOid: string
  readonly digest: Uint8Array
  readonly issuerSerial?: { readonly issuer: readonly GeneralName[]; readonly serial: bigint }
}

/** Signature policy (EN 319 122-1 5.2.9); an implied one has no identifier. */
export type SignaturePolicy = {
  readonly id: string | undefined
  readonly digestOid?: string
  readonly digest?: Uint8Array
  readonly uri?: string
}

/** CMSAlgorithmProtection (RFC 6211). */
export type AlgorithmProtection = {
  readonly digestAlgorithm: AlgorithmId
  readonly signatureAlgorithm: AlgorithmId | undefined
}

export type SignedAttributes = {
  readonly contentType?: string
  readonly messageDigest?: Uint8Array
  readonly signingTime?: Date
  /** From signing-certificate-v2 and signing-certificate, in their order; the first one of each names the signer. */
  readonly signingCertificateV2?: readonly CertificateReference[]
  readonly signingCertificateV1?: readonly CertificateReference[]
  readonly policy?: SignaturePolicy
  readonly algorithmProtection?: AlgorithmProtection
  readonly commitmentTypes: readonly string[]
  /** Content timestamp tokens, whole ContentInfo DER. */
  readonly contentTimestamps: readonly Uint8Array[]
  readonly revocation: CarriedRevocation
  readonly list: AttributeList
}

const SHA1 = '1.3.14.3.2.26'
const SHA256 = '2.16.840.1.101.3.4.2.1'

function readIssuerSerial(node: Der): { issuer: GeneralName[]; serial: bigint } {
  const cursor = derCursor(node)
  const issuer = readGeneralNames(cursor.next(TAG.sequence))
  const serial = integerValue(cursor.next(TAG.integer))
  return { issuer, serial }
}

function readReference(node: Der, version: 1 | 2): CertificateReference {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const named = version === 2 ? cursor.maybe(TAG.sequence) : undefined
  const digest = readOctets(cursor.next())
  const issuerSerial = cursor.maybe(TAG.sequence)
  const digestOid = named ? readAlgorithm(named).oid : version === 1 ? SHA1 : SHA256
  return { digestOid, digest, ...(issuerSerial && { issuerSerial: readIssuerSerial(issuerSerial) }) }
}

function readReferences(node: Der, version: 1 | 2): CertificateReference[] {
  const certs = derCursor(expectTag(node, TAG.sequence)).next(TAG.sequence)
  return derChildren(certs).map((reference) => readReference(reference, version))
}

function policyUri(qualifiers: Der | undefined): string | undefined {
  for (const qualifier of qualifiers ? derChildren(qualifiers) : []) {
    const cursor = derCursor(qualifier)
    if (readOid(cursor.next()) === OID.signaturePolicyUri) return readString(cursor.next())
  }
  return undefined
}

function readPolicy(node: Der): SignaturePolicy {
  if (node.tag === TAG.null) return { id: undefined }
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const id = readOid(cursor.next())
  const hashed = cursor.maybe(TAG.sequence)
  const uri = policyUri(cursor.maybe(TAG.sequence))
  if (!hashed) return { id, ...(uri !== undefined && { uri }) }
  const inner = derCursor(hashed)
  const digestOid = readAlgorithm(inner.next()).oid
  return { id, digestOid, digest: readOctets(inner.next()), ...(uri !== undefined && { uri }) }
}

function readProtection(node: Der): AlgorithmProtection {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const digestAlgorithm = readAlgorithm(cursor.next())
  const signature = cursor.maybe(contextTag(1))
  return {
    digestAlgorithm,
    signatureAlgorithm: signature && readAlgorithm({ ...signature, tag: TAG.sequence }),
  }
}

const commitmentOf = (node: Der): string => readOid(derCursor(expectTag(node, TAG.sequence)).next())

function single<T, K extends string>(
  list: AttributeList,
  kind: string,
  key: K,
  read: (value: Der) => T,
): Partial<Record<K, T>> {
  const [value] = valuesOf(list, kind, read)
  const values: Partial<Record<K, T>> = {}
  if (value !== undefined) values[key] = value
  return values
}

/** The signed attributes by kind, from their `[0]` or SET node. Unknown kinds stay in `list`. */
export function readSignedAttributes(node: Der): SignedAttributes {
  const list = readAttributes(node)
  return {
    ...single(list, OID.contentType, 'contentType', readOid),
    ...single(list, OID.messageDigest, 'messageDigest', readOctets),
    ...single(list, OID.signingTime, 'signingTime', (value) => readTime(value)),
    ...single(list, OID.signingCertificateV2, 'signingCertificateV2', (value) => readReferences(value, 2)),
    ...single(list, OID.signingCertificate, 'signingCertificateV1', (value) => readReferences(value, 1)),
    ...single(list, OID.signaturePolicy, 'policy', readPolicy),
    ...single(list, OID.algorithmProtection, 'algorithmProtection', readProtection),
    commitmentTypes: valuesOf(list, OID.commitmentType, commitmentOf),
    contentTimestamps: valueBytes(list, OID.contentTimestamp),
    revocation: mergeRevocation(valuesOf(list, OID.adobeRevocation, readAdobeRevocation)),
    list,
  }
}

const ARCHIVE_KINDS = [OID.archiveTimestamp, OID.archiveTimestampV2, OID.archiveTimestampV3]

export type UnsignedAttributes = {
  /** Signature timestamp tokens, whole ContentInfo DER. */
  readonly signatureTimestamps: readonly Uint8Array[]
  /** Listed for the report; PAdES archives with document timestamps instead. */
  readonly archiveTimestamps: readonly { readonly oid: string; readonly token: Uint8Array }[]
  readonly certificates: readonly Uint8Array[]
  readonly revocation: CarriedRevocation
  readonly hasCounterSignature: boolean
  readonly list: AttributeList
}

/** The unsigned attributes by kind; `node` is absent when there are none. */
export function readUnsignedAttributes(node: Der | undefined): UnsignedAttributes {
  const list = readAttributes(node)
  const certificateList = (value: Der): Uint8Array[] => derChildren(expectTag(value, TAG.sequence)).map(derBytes)
  return {
    signatureTimestamps: valueBytes(list, OID.signatureTimestamp),
    archiveTimestamps: ARCHIVE_KINDS.flatMap((kind) => valueBytes(list, kind).map((token) => ({ oid: kind, token }))),
    certificates: valuesOf(list, OID.certificateValues, certificateList).flat(),
    revocation: mergeRevocation([
      ...valuesOf(list, OID.adobeRevocation, readAdobeRevocation),
      ...valuesOf(list, OID.revocationValues, readRevocationValues),
    ]),
    hasCounterSignature: hasAttribute(list, OID.counterSignature),
    list,
  }
}
