import { toHex } from '../der/bytes'
import type { Der } from '../der/scan'
import { contextTag, derBody, derChildren, derCursor, derInner, expectTag, TAG } from '../der/scan'
import { readBoolean, readOctets, readOid } from '../der/read'
import { readDistributionPoints } from './distribution-point'
import type { DistributionPoint } from './distribution-point'
import * as read from './extensions'
import type { GeneralName } from './general-name'
import { OID } from './oids'
import { attempt, refuse } from '../der/refusal'
import type { Refusal } from '../der/refusal'

/** One extension as it stands in a certificate, CRL or response. */
export type Extension = { readonly oid: string; readonly critical: boolean; readonly value: Uint8Array }

/** Everything RFC 5280 path validation reads from a version 3 certificate; absent = not in the certificate. */
export type CertificateExtensions = {
  readonly list: readonly Extension[]
  readonly basicConstraints?: read.BasicConstraints
  readonly keyUsage?: ReadonlySet<read.KeyUsage>
  readonly extendedKeyUsage?: readonly string[]
  readonly subjectKeyId?: string
  readonly authorityKeyId?: read.AuthorityKeyId
  readonly subjectAltName?: readonly GeneralName[]
  readonly issuerAltName?: readonly GeneralName[]
  readonly nameConstraints?: read.NameConstraints
  readonly certificatePolicies?: readonly read.CertificatePolicy[]
  readonly policyMappings?: readonly read.PolicyMapping[]
  readonly policyConstraints?: read.PolicyConstraints
  readonly inhibitAnyPolicy?: number
  readonly crlDistributionPoints?: readonly DistributionPoint[]
  readonly freshestCrl?: readonly DistributionPoint[]
  readonly authorityInfoAccess?: readonly read.AccessDescription[]
  readonly subjectInfoAccess?: readonly read.AccessDescription[]
  readonly qcStatements?: readonly read.QcStatement[]
  readonly ocspNoCheck?: true
}

type ExtensionValues = Omit<CertificateExtensions, 'list'>

const READERS: ReadonlyMap<string, (value: Uint8Array) => ExtensionValues> = new Map<
  string,
  (value: Uint8Array) => ExtensionValues
>([
  [OID.basicConstraints, (value) => ({ basicConstraints: read.readBasicConstraints(value) })],
  [OID.keyUsage, (value) => ({ keyUsage: read.readKeyUsage(value) })],
  [OID.extendedKeyUsage, (value) => ({ extendedKeyUsage: read.readExtendedKeyUsage(value) })],
  [OID.subjectKeyId, (value) => ({ subjectKeyId: read.readSubjectKeyId(value) })],
  [OID.authorityKeyId, (value) => ({ authorityKeyId: read.readAuthorityKeyId(value) })],
  [OID.subjectAltName, (value) => ({ subjectAltName: read.readAltNames(value) })],
  [OID.issuerAltName, (value) => ({ issuerAltName: read.readAltNames(value) })],
  [OID.nameConstraints, (value) => ({ nameConstraints: read.readNameConstraints(value) })],
  [OID.certificatePolicies, (value) => ({ certificatePolicies: read.readCertificatePolicies(value) })],
  [OID.policyMappings, (value) => ({ policyMappings: read.readPolicyMappings(value) })],
  [OID.policyConstraints, (value) => ({ policyConstraints: read.readPolicyConstraints(value) })],
  [OID.inhibitAnyPolicy, (value) => ({ inhibitAnyPolicy: read.readInhibitAnyPolicy(value) })],
  [OID.crlDistributionPoints, (value) => ({ crlDistributionPoints: readDistributionPoints(value) })],
  [OID.freshestCrl, (value) => ({ freshestCrl: readDistributionPoints(value) })],
  [OID.authorityInfoAccess, (value) => ({ authorityInfoAccess: read.readAccessDescriptions(value) })],
  [OID.subjectInfoAccess, (value) => ({ subjectInfoAccess: read.readAccessDescriptions(value) })],
  [OID.qcStatements, (value) => ({ qcStatements: read.readQcStatements(value) })],
  [OID.ocspNoCheck, (value) => ({ ocspNoCheck: read.readOcspNoCheck(value) })],
])

export type ReadExtension = { readonly extension: Extension; readonly explicitFalse: boolean }

/** One Extension; `critical` written out as FALSE is not DER, but common enough to be reported instead of refused. */
export function readExtension(node: Der): ReadExtension {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const oid = readOid(cursor.next())
  const flag = cursor.maybe(TAG.boolean)
  const critical = flag !== undefined && readBoolean(flag)
  const value = readOctets(cursor.next())
  cursor.end()
  return { extension: { oid, critical, value }, explicitFalse: flag !== undefined && !critical }
}

/** A list of extensions without repetition (RFC 5280 4.2). */
export function readExtensionList(node: Der): readonly ReadExtension[] {
  const extensions = derChildren(expectTag(node, TAG.sequence)).map(readExtension)
  const distinct = new Set(extensions.map(({ extension }) => extension.oid))
  if (distinct.size !== extensions.length) refuse('duplicate-extension', 'the same extension twice', String(node.start))
  return extensions
}

export type ParsedExtensions = {
  readonly extensions: CertificateExtensions
  /** Extensions we know but could not read; a path through such a certificate is refused. */
  readonly malformed: readonly Refusal[]
  readonly unknownCritical: readonly string[]
  readonly explicitFalse: boolean
}

export const NO_EXTENSIONS: ParsedExtensions = {
  extensions: { list: [] },
  malformed: [],
  unknownCritical: [],
  explicitFalse: false,
}

/** The `[3]` field of a TBSCertificate. */
export function readCertificateExtensions(node: Der): ParsedExtensions {
  const entries = readExtensionList(derInner(expectTag(node, contextTag(3))))
  if (entries.length === 0) refuse('extensions', 'empty list of extensions', String(node.start))
  const malformed: Refusal[] = []
  let extensions: ExtensionValues = {}
  for (const { extension } of entries) {
    const reader = READERS.get(extension.oid)
    const result = reader && attempt(() => reader(extension.value))
    if (result?.ok) extensions = { ...extensions, ...result.value }
    else if (result) malformed.push({ ...result.error, at: extension.oid })
  }
  const list = entries.map(({ extension }) => extension)
  return {
    extensions: { list, ...extensions },
    malformed,
    unknownCritical: list.filter(({ oid, critical }) => critical && !READERS.has(oid)).map(({ oid }) => oid),
    explicitFalse: entries.some(({ explicitFalse }) => explicitFalse),
  }
}

/** Whether the extension is there and marked critical. */
export function isCritical(extensions: CertificateExtensions, oid: string): boolean {
  return extensions.list.some((extension) => extension.oid === oid && extension.critical)
}

/** Hexadecimal contents octets of a serial number, as RFC 5280 identifies certificates within an issuer. */
export function serialHex(node: Der): string {
  return toHex(derBody(expectTag(node, TAG.integer)))
}
