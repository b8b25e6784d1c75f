import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { bytesEqual } from '../der/bytes'
import { readExtensionList } from '../certificate/certificate-extensions'
import type { Extension } from '../certificate/certificate-extensions'
import type { Der, DerCursor } from '../der/scan'
import { contextTag, derBytes, derCursor, derInner, expectTag, readDer, TAG } from '../der/scan'
import { readBitOctets, readInteger, readSmallInteger } from '../der/read'
import { isOddTime, readTime } from '../der/time'
import { readDistributionPoints, readIssuingDistributionPoint } from '../certificate/distribution-point'
import type { IssuingDistributionPoint } from '../certificate/distribution-point'
import { readAuthorityKeyId } from '../certificate/extensions'
import type { AuthorityKeyId } from '../certificate/extensions'
import { readName } from '../certificate/name'
import type { Name } from '../certificate/name'
import { OID } from '../certificate/oids'
import { attempt, refuse } from '../der/refusal'
import type { Refusal } from '../der/refusal'

/** A parsed certificate revocation list; its entries stay bytes until somebody asks for one (`findEntry`). */
export type Crl = {
  readonly der: Uint8Array
  readonly tbs: Uint8Array
  readonly version: 1 | 2
  readonly issuer: Name
  readonly thisUpdate: Date
  readonly nextUpdate?: Date
  /** Offsets in `der` of the revoked entries; equal when there are none. */
  readonly entriesStart: number
  readonly entriesEnd: number
  readonly signatureAlgorithm: Uint8Array
  readonly signature: Uint8Array
  readonly crlNumber?: bigint
  /** Present on a delta CRL: the number of the complete CRL it builds on. */
  readonly baseCrlNumber?: bigint
  readonly issuingDistributionPoint?: IssuingDistributionPoint
  readonly authorityKeyId?: AuthorityKeyId
  /** Certificates that expired since this moment are still listed (X.509 9.5.2.8). */
  readonly expiredSince?: Date
  /** Why this list must not be used, if so: an unknown critical extension, or one we could not read. */
  readonly unusable?: Refusal
  /** Departures from the profile that strict purposes refuse. */
  readonly oddities: readonly string[]
}

type ListExtensions = Pick<
  Crl,
  'crlNumber' | 'baseCrlNumber' | 'issuingDistributionPoint' | 'authorityKeyId' | 'expiredSince'
>

const READERS: ReadonlyMap<string, (value: Uint8Array) => ListExtensions> = new Map<
  string,
  (value: Uint8Array) => ListExtensions
>([
  [OID.crlNumber, (value) => ({ crlNumber: readInteger(readDer(value)) })],
  [OID.deltaCrlIndicator, (value) => ({ baseCrlNumber: readInteger(readDer(value)) })],
  [OID.issuingDistributionPoint, (value) => ({ issuingDistributionPoint: readIssuingDistributionPoint(value) })],
  [OID.authorityKeyId, (value) => ({ authorityKeyId: readAuthorityKeyId(value) })],
  [OID.freshestCrl, checkFreshest],
  [OID.expiredCertsOnCrl, (value) => ({ expiredSince: readTime(readDer(value, TAG.generalizedTime)) })],
])

function checkFreshest(value: Uint8Array): ListExtensions {
  readDistributionPoints(value)
  return {}
}

function readKnown(extension: Extension): Result<ListExtensions, Refusal> {
  const { oid, critical, value } = extension
  const reader = READERS.get(oid)
  if (reader) return attempt(() => reader(value))
  if (!critical) return ok({})
  return err({ code: 'crl-unknown-critical', at: oid, message: `critical CRL extension ${oid} is unknown` })
}

function readExtensions(list: readonly Extension[]): ListExtensions & Pick<Crl, 'unusable'> {
  const results = list.map(readKnown)
  const parts = results.reduce<ListExtensions>((all, result) => (result.ok ? { ...all, ...result.value } : all), {})
  const [problem] = results.flatMap((result) => (result.ok ? [] : [result.error]))
  return problem ? { ...parts, unusable: problem } : parts
}

type Updates = Pick<Crl, 'thisUpdate' | 'nextUpdate'> & { readonly oddTime: boolean }

function readUpdates(cursor: DerCursor): Updates {
  const from = cursor.next()
  const to = cursor.maybe(TAG.utcTime) ?? cursor.maybe(TAG.generalizedTime)
  const [thisUpdate, nextUpdate] = [readTime(from), to && readTime(to)]
  const oddTime = isOddTime(from, thisUpdate) || (to !== undefined && isOddTime(to, nextUpdate ?? thisUpdate))
  return { thisUpdate, ...(nextUpdate && { nextUpdate }), oddTime }
}

function oddities(list: readonly Extension[], { nextUpdate, oddTime }: Updates): readonly string[] {
  const number = list.find(({ oid }) => oid === OID.crlNumber)
  const scope = list.find(({ oid }) => oid === OID.issuingDistributionPoint)
  return [
    ...(number ? [] : ['crl-number-missing']),
    ...(number?.critical === true ? ['crl-number-critical'] : []),
    ...(scope?.critical === false ? ['crl-scope-not-critical'] : []),
    ...(nextUpdate ? [] : ['crl-next-update-missing']),
    ...(oddTime ? ['wrong-kind-of-time'] : []),
  ]
}

function readVersion(cursor: DerCursor): 1 | 2 {
  const node = cursor.maybe(TAG.integer)
  if (!node) return 1
  return readSmallInteger(node) === 1 ? 2 : refuse('crl-version', 'no such CRL version')
}

function extensionList(cursor: DerCursor, version: number): readonly Extension[] {
  const node = cursor.maybe(contextTag(0))
  cursor.end()
  if (!node) return []
  if (version !== 2) refuse('crl-version', 'extensions in a version 1 CRL')
  return readExtensionList(derInner(node)).map(({ extension }) => extension)
}

function readTbs(tbs: Der, signatureAlgorithm: Uint8Array) {
  const cursor = derCursor(tbs)
  const version = readVersion(cursor)
  if (!bytesEqual(derBytes(cursor.next()), signatureAlgorithm)) {
    refuse('signature-algorithm-mismatch', 'the two signature algorithm fields differ')
  }
  const issuer = readName(cursor.next())
  const updates = readUpdates(cursor)
  const entries = cursor.maybe(TAG.sequence)
  const list = extensionList(cursor, version)
  return {
    version,
    issuer,
    thisUpdate: updates.thisUpdate,
    ...(updates.nextUpdate && { nextUpdate: updates.nextUpdate }),
    entriesStart: entries?.body ?? 0,
    entriesEnd: entries?.end ?? 0,
    ...readExtensions(list),
    oddities: oddities(list, updates),
  }
}

/** Parses the frame of a DER CertificateList (RFC 5280 5.1) without touching its entries; constant work. */
export function parseCrl(der: Uint8Array): Result<Crl, Refusal> {
  return attempt(() => {
    const cursor = derCursor(readDer(der, TAG.sequence))
    const tbs = cursor.next(TAG.sequence)
    const algorithm = derBytes(expectTag(cursor.next(), TAG.sequence))
    const signature = readBitOctets(cursor.next())
    cursor.end()
    return { der, tbs: derBytes(tbs), ...readTbs(tbs, algorithm), signatureAlgorithm: algorithm, signature }
  })
}
