import type { Der } from '../der/scan'
import { contextTag, derBody, derBytes, derChildren, derCursor, expectTag, readDer, TAG } from '../der/scan'
import { namedBits, readBitString, readBoolean, readOid, readSmallInteger, smallIntegerValue } from '../der/read'
import { isStringTag, readString } from '../der/string'
import { readGeneralName, readGeneralNames } from './general-name'
import type { GeneralName } from './general-name'
import { toHex } from '../der/bytes'
import { attempt, refuse } from '../der/refusal'

/** Readers of the extensions of RFC 5280 4.2, each from the octets inside `extnValue`; all throw `Refused`. */

export const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const
export type KeyUsage = (typeof KEY_USAGES)[number]

export type BasicConstraints = { readonly ca: boolean; readonly pathLength?: number }

export function readBasicConstraints(value: Uint8Array): BasicConstraints {
  const cursor = derCursor(readDer(value, TAG.sequence))
  const flag = cursor.maybe(TAG.boolean)
  const limit = cursor.maybe(TAG.integer)
  cursor.end()
  const ca = flag !== undefined && readBoolean(flag)
  return limit ? { ca, pathLength: readSmallInteger(limit) } : { ca }
}

export function readKeyUsage(value: Uint8Array): ReadonlySet<KeyUsage> {
  const bits = namedBits(readBitString(readDer(value)))
  return new Set(KEY_USAGES.filter((_, bit) => bits.has(bit)))
}

export function readExtendedKeyUsage(value: Uint8Array): readonly string[] {
  const purposes = derChildren(readDer(value, TAG.sequence)).map(readOid)
  if (purposes.length === 0) refuse('extended-key-usage', 'empty list of purposes')
  return purposes
}

export function readSubjectKeyId(value: Uint8Array): string {
  return toHex(derBody(readDer(value, TAG.octetString)))
}

export type AuthorityKeyId = {
  readonly keyId?: string
  readonly issuer?: readonly GeneralName[]
  readonly serial?: string
}

export function readAuthorityKeyId(value: Uint8Array): AuthorityKeyId {
  const cursor = derCursor(readDer(value, TAG.sequence))
  const keyId = cursor.maybe(contextTag(0, false))
  const issuer = cursor.maybe(contextTag(1))
  const serial = cursor.maybe(contextTag(2, false))
  cursor.end()
  return {
    ...(keyId && { keyId: toHex(derBody(keyId)) }),
    ...(issuer && { issuer: readGeneralNames(issuer) }),
    ...(serial && { serial: toHex(derBody(serial)) }),
  }
}

export function readAltNames(value: Uint8Array): readonly GeneralName[] {
  return readGeneralNames(readDer(value, TAG.sequence))
}

export type NameConstraints = { readonly permitted: readonly GeneralName[]; readonly excluded: readonly GeneralName[] }

/** One GeneralSubtree; `minimum` must be absent or 0 and `maximum` absent (RFC 5280 4.2.1.10). */
function subtree(node: Der): GeneralName {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const base = readGeneralName(cursor.next())
  const minimum = cursor.maybe(contextTag(0, false))
  if (minimum && smallIntegerValue(minimum) !== 0) refuse('name-constraints', 'minimum other than 0')
  if (cursor.more()) refuse('name-constraints', 'maximum present')
  return base
}

/** GeneralSubtrees, at least one. */
function subtrees(node: Der | undefined): GeneralName[] {
  const names = node ? derChildren(node).map(subtree) : []
  if (node && names.length === 0) refuse('name-constraints', 'empty list of subtrees')
  return names
}

export function readNameConstraints(value: Uint8Array): NameConstraints {
  const cursor = derCursor(readDer(value, TAG.sequence))
  const permitted = cursor.maybe(contextTag(0))
  const excluded = cursor.maybe(contextTag(1))
  cursor.end()
  if (!permitted && !excluded) refuse('name-constraints', 'neither permitted nor excluded names')
  return { permitted: subtrees(permitted), excluded: subtrees(excluded) }
}

export type PolicyQualifier = { readonly oid: string; readonly text?: string; readonly der: Uint8Array }
export type CertificatePolicy = { readonly oid: string; readonly qualifiers: readonly PolicyQualifier[] }

function lenientText(node: Der): string | undefined {
  const text = attempt(() => (isStringTag(node.tag) ? readString(node) : undefined))
  return text.ok ? text.value : undefined
}

/**
 * A CPS pointer gives its address, a user notice its explicit text; anything else only its bytes. Issuers put Latin-1
 * into these strings; nothing is decided by them, so text that cannot be read is left out.
 */
function qualifierText(node: Der): string | undefined {
  if (node.tag !== TAG.sequence) return lenientText(node)
  const last = derChildren(node).at(-1)
  return last && lenientText(last)
}

function policyQualifier(node: Der): PolicyQualifier {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const oid = readOid(cursor.next())
  const value = cursor.next()
  cursor.end()
  const text = qualifierText(value)
  return { oid, der: derBytes(value), ...(text !== undefined && { text }) }
}

function policy(node: Der): CertificatePolicy {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const oid = readOid(cursor.next())
  const list = cursor.maybe(TAG.sequence)
  cursor.end()
  return { oid, qualifiers: list ? derChildren(list).map(policyQualifier) : [] }
}

export function readCertificatePolicies(value: Uint8Array): readonly CertificatePolicy[] {
  const policies = derChildren(readDer(value, TAG.sequence)).map(policy)
  if (policies.length === 0) refuse('certificate-policies', 'empty list of policies')
  const distinct = new Set(policies.map(({ oid }) => oid))
  if (distinct.size !== policies.length) refuse('certificate-policies', 'a policy is listed twice')
  return policies
}

export type PolicyMapping = { readonly issuer: string; readonly subject: string }

export function readPolicyMappings(value: Uint8Array): readonly PolicyMapping[] {
  const mappings = derChildren(readDer(value, TAG.sequence)).map((node) => {
    const cursor = derCursor(expectTag(node, TAG.sequence))
    const mapping = { issuer: readOid(cursor.next()), subject: readOid(cursor.next()) }
    cursor.end()
    return mapping
  })
  if (mappings.length === 0) refuse('policy-mappings', 'empty list of mappings')
  return mappings
}

export type PolicyConstraints = { readonly requireExplicit?: number; readonly inhibitMapping?: number }

export function readPolicyConstraints(value: Uint8Array): PolicyConstraints {
  const cursor = derCursor(readDer(value, TAG.sequence))
  const explicit = cursor.maybe(contextTag(0, false))
  const mapping = cursor.maybe(contextTag(1, false))
  cursor.end()
  if (!explicit && !mapping) refuse('policy-constraints', 'empty policy constraints')
  return {
    ...(explicit && { requireExplicit: smallIntegerValue(explicit) }),
    ...(mapping && { inhibitMapping: smallIntegerValue(mapping) }),
  }
}

export function readInhibitAnyPolicy(value: Uint8Array): number {
  return readSmallInteger(readDer(value))
}

export type AccessDescription = { readonly method: string; readonly location: GeneralName }

/** Authority or subject information access (RFC 5280 4.2.2). */
export function readAccessDescriptions(value: Uint8Array): readonly AccessDescription[] {
  const nodes = derChildren(readDer(value, TAG.sequence))
  if (nodes.length === 0) refuse('information-access', 'empty list of access descriptions')
  return nodes.map((node) => {
    const cursor = derCursor(expectTag(node, TAG.sequence))
    const description = { method: readOid(cursor.next()), location: readGeneralName(cursor.next()) }
    cursor.end()
    return description
  })
}

export type QcStatement = { readonly oid: string; readonly info?: Uint8Array }

/** QCStatements (RFC 3739 3.2.6, ETSI EN 319 412-5). */
export function readQcStatements(value: Uint8Array): readonly QcStatement[] {
  return derChildren(readDer(value, TAG.sequence)).map((node) => {
    const cursor = derCursor(expectTag(node, TAG.sequence))
    const oid = readOid(cursor.next())
    const info = cursor.more() ? derBytes(cursor.next()) : undefined
    cursor.end()
    return { oid, ...(info && { info }) }
  })
}

/** id-pkix-ocsp-nocheck holds NULL (RFC 6960 4.2.2.2.1). */
export function readOcspNoCheck(value: Uint8Array): true {
  const node = readDer(value, TAG.null)
  if (node.end !== node.body) refuse('ocsp-no-check', 'NULL with contents')
  return true
}
