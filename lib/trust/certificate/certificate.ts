import type { Result } from '@/lib/kernel'
import { bytesEqual } from '../der/bytes'
import { NO_EXTENSIONS, readCertificateExtensions, serialHex } from './certificate-extensions'
import type { CertificateExtensions, ParsedExtensions } from './certificate-extensions'
import { integerBody, readBitOctets, readSmallInteger } from '../der/read'
import type { Der, DerCursor } from '../der/scan'
import { contextTag, derBytes, derCursor, derInner, expectTag, readDer, TAG } from '../der/scan'
import { isOddTime, readTime } from '../der/time'
import { readAlgorithm, readPublicKey } from '../crypto/key'
import type { KeyAlgorithm, PublicKey } from '../crypto/key'
import { readName } from './name'
import type { Name } from './name'
import { attempt, refuse } from '../der/refusal'
import type { Refusal } from '../der/refusal'

/** A parsed X.509 certificate; the byte fields are views into `der`. */
export type Certificate = {
  readonly der: Uint8Array
  /** The signed bytes. */
  readonly tbs: Uint8Array
  readonly version: 1 | 2 | 3
  /** Contents octets of the serial number in hexadecimal, sign octet included. */
  readonly serial: string
  /** AlgorithmIdentifier of the signature, DER. */
  readonly signatureAlgorithm: Uint8Array
  readonly signatureOid: string
  readonly signature: Uint8Array
  readonly issuer: Name
  readonly subject: Name
  readonly notBefore: Date
  readonly notAfter: Date
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  readonly publicKey: PublicKey
  readonly keyAlgorithm: KeyAlgorithm
  readonly keyBits: number
  readonly extensions: CertificateExtensions
  readonly unknownCritical: readonly string[]
  readonly malformed: readonly Refusal[]
  /** Departures from DER or RFC 5280 that do not change the meaning; strict purposes refuse them. */
  readonly oddities: readonly string[]
}

const MAX_CERTIFICATE_OCTETS = 1 << 20

type Version = { readonly number: 1 | 2 | 3; readonly explicitDefault: boolean }

function readVersion(node: Der | undefined): Version {
  if (!node) return { number: 1, explicitDefault: false }
  const value = readSmallInteger(derInner(node))
  if (value === 0) return { number: 1, explicitDefault: true }
  if (value === 1) return { number: 2, explicitDefault: false }
  return value === 2 ? { number: 3, explicitDefault: false } : refuse('version', 'no such certificate version')
}

type Validity = { readonly notBefore: Date; readonly notAfter: Date; readonly oddTime: boolean }

function readValidity(node: Der): Validity {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const [from, to] = [cursor.next(), cursor.next()]
  cursor.end()
  const [notBefore, notAfter] = [readTime(from), readTime(to)]
  return { notBefore, notAfter, oddTime: isOddTime(from, notBefore) || isOddTime(to, notAfter) }
}

function readExtensionsField(cursor: DerCursor, version: number): ParsedExtensions {
  const hasUniqueIds = [1, 2].map((number) => cursor.maybe(contextTag(number, false))).some(Boolean)
  if (hasUniqueIds && version < 2) refuse('version', 'unique identifiers in a version 1 certificate')
  const node = cursor.maybe(contextTag(3))
  if (node && version !== 3) refuse('version', 'extensions in a certificate older than version 3')
  cursor.end()
  return node ? readCertificateExtensions(node) : NO_EXTENSIONS
}

type Oddness = {
  readonly version: Version
  readonly validity: Validity
  readonly parsed: ParsedExtensions
  readonly publicKey: PublicKey
}

function odditiesOf({ version, validity, parsed, publicKey }: Oddness): readonly string[] {
  return [
    ...(version.explicitDefault ? ['default-version-encoded'] : []),
    ...(validity.oddTime ? ['wrong-kind-of-time'] : []),
    ...(parsed.explicitFalse ? ['default-critical-encoded'] : []),
    ...(publicKey.isSignless === true ? ['rsa-number-without-sign'] : []),
  ]
}

/** Reads a part; with `lenient`, what is wrong with it is noted and `instead` stands in its place. */
type Forgiving = { readonly lenient: boolean; readonly malformed: Refusal[] }

function part<T>({ lenient, malformed }: Forgiving, read: () => T, instead: T): T {
  if (!lenient) return read()
  const result = attempt(read)
  if (result.ok) return result.value
  malformed.push(result.error)
  return instead
}

const NO_TIME: Validity = { notBefore: new Date(0), notAfter: new Date(0), oddTime: true }

function readTbs(tbs: Der, signatureAlgorithm: Uint8Array, forgiving: Forgiving) {
  const cursor = derCursor(tbs)
  const version = readVersion(cursor.maybe(contextTag(0)))
  const serialNode = cursor.next(TAG.integer)
  part(forgiving, () => integerBody(serialNode), undefined)
  const inner = derBytes(cursor.next())
  part(forgiving, () => requireSame(inner, signatureAlgorithm), inner)
  const issuer = readName(cursor.next())
  const validityNode = cursor.next()
  const validity = part(forgiving, () => readValidity(validityNode), NO_TIME)
  const subject = readName(cursor.next())
  const spkiNode = cursor.next()
  const publicKey = readPublicKey(spkiNode)
  const parsed = part(forgiving, () => readExtensionsField(cursor, version.number), NO_EXTENSIONS)
  return {
    version: version.number,
    serial: serialHex(serialNode),
    issuer,
    notBefore: validity.notBefore,
    notAfter: validity.notAfter,
    subject,
    spki: derBytes(spkiNode),
    publicKey,
    keyAlgorithm: publicKey.algorithm,
    keyBits: publicKey.bits,
    extensions: parsed.extensions,
    malformed: [...forgiving.malformed, ...parsed.malformed],
    unknownCritical: parsed.unknownCritical,
    oddities: odditiesOf({ version, validity, parsed, publicKey }),
  }
}

function requireSame(inner: Uint8Array, outer: Uint8Array): Uint8Array {
  if (bytesEqual(inner, outer)) return inner
  return refuse('signature-algorithm-mismatch', 'the two signature algorithm fields differ')
}

/** Certificate (RFC 5280 4.1) from an element already scanned; throws `Refused`. */
export function readCertificate(node: Der, lenient = false): Certificate {
  if (node.end - node.start > MAX_CERTIFICATE_OCTETS) refuse('certificate-size', 'certificate larger than 1 MiB')
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const tbs = cursor.next(TAG.sequence)
  const algorithmNode = cursor.next()
  const signatureAlgorithm = derBytes(algorithmNode)
  const signature = readBitOctets(cursor.next())
  cursor.end()
  return {
    der: derBytes(node),
    tbs: derBytes(tbs),
    ...readTbs(tbs, signatureAlgorithm, { lenient, malformed: [] }),
    signatureAlgorithm,
    signatureOid: readAlgorithm(algorithmNode).oid,
    signature,
  }
}

/**
 * A certificate of which only the key is wanted, to see whether signed bytes changed: a serial number, times, algorithm
 * fields or extensions against the standard are kept as `malformed`, so that no path through it is ever accepted.
 */
export function parseCertificateLeniently(der: Uint8Array): Result<Certificate, Refusal> {
  return attempt(() => readCertificate(readDer(der), true))
}

/** Parses one DER certificate that fills `der` exactly; refuses by name whatever is not a certificate. */
export function parseCertificate(der: Uint8Array): Result<Certificate, Refusal> {
  return attempt(() => readCertificate(readDer(der)))
}

export function certificatesEqual(a: Certificate, b: Certificate): boolean {
  return bytesEqual(a.der, b.der)
}

/** Subject and issuer are the same name (RFC 5280 6.1); says nothing about the signature. */
export function isSelfIssued(certificate: Certificate): boolean {
  return certificate.subject.keys.join('\u0001') === certificate.issuer.keys.join('\u0001')
}
