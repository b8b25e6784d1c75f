import type { Result } from '@/lib/kernel'
import { toHex } from '../der/bytes'
import { readExtensionList, serialHex } from '../certificate/certificate-extensions'
import type { Extension } from '../certificate/certificate-extensions'
import { readCertificate } from '../certificate/certificate'
import type { Certificate } from '../certificate/certificate'
import { revocationReason } from './crl-entry'
import type { RevocationReason } from './crl-entry'
import type { Der, DerCursor } from '../der/scan'
import { contextTag, derBody, derBytes, derChildren, derCursor, derInner, expectTag, readDer, TAG } from '../der/scan'
import { readBitOctets, readOctets, readOid, readSmallInteger, smallIntegerValue } from '../der/read'
import { readTime } from '../der/time'
import { hashByOid } from '../crypto/hash'
import type { HashName } from '../crypto/hash'
import { readAlgorithm } from '../crypto/key'
import { readName } from '../certificate/name'
import type { Name } from '../certificate/name'
import { OID } from '../certificate/oids'
import { attempt, refuse } from '../der/refusal'
import type { Refusal } from '../der/refusal'

/** Which certificate a single response speaks about (RFC 6960 4.1.1). */
export type OcspCertId = {
  readonly hash: HashName
  readonly issuerNameHash: string
  readonly issuerKeyHash: string
  readonly serial: string
}

export type OcspStatus =
  | { readonly kind: 'good' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'revoked'; readonly revokedAt: Date; readonly reason: RevocationReason }

export type OcspSingle = {
  readonly certId: OcspCertId
  readonly status: OcspStatus
  readonly thisUpdate: Date
  readonly nextUpdate?: Date
  /** Certificates that expired since this moment are still answered for (RFC 6960 4.4.4). */
  readonly archiveCutoff?: Date
}

export type OcspResponder = { readonly name: Name } | { readonly keyHash: string }

/** A parsed basic OCSP response (RFC 6960 4.2). */
export type OcspResponse = {
  readonly der: Uint8Array
  readonly tbs: Uint8Array
  readonly signatureAlgorithm: Uint8Array
  readonly signature: Uint8Array
  readonly responder: OcspResponder
  readonly producedAt: Date
  readonly singles: readonly OcspSingle[]
  readonly certificates: readonly Certificate[]
  /** Contents of the nonce extension in hexadecimal; the asker compares it. */
  readonly nonce?: string
}

const FAILURES: Readonly<Record<number, string>> = {
  1: 'malformed request',
  2: 'internal error',
  3: 'try later',
  5: 'signature required',
  6: 'unauthorized',
}
const UNDERSTOOD: ReadonlySet<string> = new Set([OID.ocspNonce, OID.ocspArchiveCutoff])
const MAX_SINGLES = 1_000
const MAX_CERTIFICATES = 32

function certId(node: Der): OcspCertId {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const { oid } = readAlgorithm(cursor.next())
  const id = {
    hash: hashByOid(oid) ?? refuse('ocsp-cert-id', `hash ${oid} is unknown`),
    issuerNameHash: toHex(readOctets(cursor.next())),
    issuerKeyHash: toHex(readOctets(cursor.next())),
    serial: serialHex(cursor.next()),
  }
  cursor.end()
  return id
}

function revokedInfo(node: Der): OcspStatus {
  const cursor = derCursor(node)
  const revokedAt = readTime(cursor.next(TAG.generalizedTime), true)
  const reason = cursor.maybe(contextTag(0))
  cursor.end()
  const code = reason ? smallIntegerValue(derInner(reason, TAG.enumerated)) : 0
  return { kind: 'revoked', revokedAt, reason: revocationReason(code) }
}

function certStatus(node: Der): OcspStatus {
  if (node.tag === contextTag(0, false)) return { kind: 'good' }
  if (node.tag === contextTag(2, false)) return { kind: 'unknown' }
  return revokedInfo(expectTag(node, contextTag(1)))
}

/** Extensions under an explicit tag; an unknown critical one makes the response unusable, so it is refused. */
function extensions(node: Der | undefined): readonly Extension[] {
  if (!node) return []
  const list = readExtensionList(derInner(node)).map(({ extension }) => extension)
  const unknown = list.find(({ oid, critical }) => critical && !UNDERSTOOD.has(oid))
  if (unknown) refuse('ocsp-unknown-critical', `critical OCSP extension ${unknown.oid} is unknown`, unknown.oid)
  return list
}

function single(node: Der): OcspSingle {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const id = certId(cursor.next())
  const status = certStatus(cursor.next())
  const thisUpdate = readTime(cursor.next(TAG.generalizedTime), true)
  const next = cursor.maybe(contextTag(0))
  const cutoff = extensions(cursor.maybe(contextTag(1))).find(({ oid }) => oid === OID.ocspArchiveCutoff)
  cursor.end()
  const archiveCutoff = cutoff && readTime(readDer(cutoff.value, TAG.generalizedTime), true)
  const nextUpdate = next && readTime(derInner(next, TAG.generalizedTime), true)
  return { certId: id, status, thisUpdate, ...(nextUpdate && { nextUpdate }), ...(archiveCutoff && { archiveCutoff }) }
}

function responderId(node: Der): OcspResponder {
  if (node.tag === contextTag(1)) return { name: readName(derInner(node)) }
  return { keyHash: toHex(readOctets(derInner(expectTag(node, contextTag(2))))) }
}

function checkVersion(cursor: DerCursor): void {
  const version = cursor.maybe(contextTag(0))
  if (version && readSmallInteger(derInner(version)) !== 0) refuse('ocsp-version', 'no such OCSP version')
}

function responseData(node: Der) {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  checkVersion(cursor)
  const responder = responderId(cursor.next())
  const producedAt = readTime(cursor.next(TAG.generalizedTime), true)
  const nodes = derChildren(cursor.next(TAG.sequence))
  if (nodes.length > MAX_SINGLES) refuse('ocsp-size', 'too many single responses')
  const list = extensions(cursor.maybe(contextTag(1)))
  cursor.end()
  const nonce = list.find(({ oid }) => oid === OID.ocspNonce)
  return { responder, producedAt, singles: nodes.map(single), ...(nonce && { nonce: toHex(nonce.value) }) }
}

function certificates(node: Der | undefined): readonly Certificate[] {
  if (!node) return []
  const nodes = derChildren(derInner(node, TAG.sequence))
  if (nodes.length > MAX_CERTIFICATES) refuse('ocsp-size', 'too many certificates')
  return nodes.map((node) => readCertificate(node))
}

function basicResponse(der: Uint8Array): OcspResponse {
  const cursor = derCursor(readDer(der, TAG.sequence))
  const tbs = cursor.next(TAG.sequence)
  const signatureAlgorithm = derBytes(cursor.next(TAG.sequence))
  const signature = readBitOctets(cursor.next())
  const certs = cursor.maybe(contextTag(0))
  cursor.end()
  return {
    der,
    tbs: derBytes(tbs),
    signatureAlgorithm,
    signature,
    ...responseData(tbs),
    certificates: certificates(certs),
  }
}

/** Parses a bare BasicOCSPResponse, as some CMS signatures embed it. */
export function parseBasicOcspResponse(der: Uint8Array): Result<OcspResponse, Refusal> {
  return attempt(() => basicResponse(der))
}

/** Parses an OCSPResponse; one that reports a failure, or is not of the basic kind, is refused by name. */
export function parseOcspResponse(der: Uint8Array): Result<OcspResponse, Refusal> {
  return attempt(() => {
    const cursor = derCursor(readDer(der, TAG.sequence))
    const status = smallIntegerValue(cursor.next(TAG.enumerated))
    if (status !== 0) refuse('ocsp-failure', `the responder answered: ${FAILURES[status] ?? String(status)}`)
    const bytes = derCursor(derInner(cursor.next(contextTag(0)), TAG.sequence))
    cursor.end()
    const kind = readOid(bytes.next())
    if (kind !== OID.ocspBasic) refuse('ocsp-kind', `response type ${kind} is unknown`)
    const basic = derBody(bytes.next(TAG.octetString))
    bytes.end()
    return { ...basicResponse(basic), der }
  })
}
