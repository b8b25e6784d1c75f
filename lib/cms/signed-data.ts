import {
  attempt,
  berToDer,
  contextTag,
  der,
  derAt,
  derBody,
  derBytes,
  derChildren,
  derCursor,
  derInner,
  expectTag,
  integerValue,
  readAlgorithm,
  readName,
  readOctets,
  readOid,
  readSmallInteger,
  refuse,
  TAG,
} from '@/lib/trust'
import type { AlgorithmId, Der, DerCursor, Name, Refusal } from '@/lib/trust'
import { ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { OID } from './oids'
import { ocspResponseOf } from './revocation-values'
import type { CarriedRevocation } from './revocation-values'
import { readSignedAttributes, readUnsignedAttributes } from './signed-attributes'
import type { SignedAttributes, UnsignedAttributes } from './signed-attributes'

/** How a SignerInfo names its certificate (RFC 5652 5.3). */
export type SignerId =
  | { readonly kind: 'issuer-serial'; readonly issuer: Name; readonly serial: bigint }
  | { readonly kind: 'key-id'; readonly keyId: Uint8Array }

export type SignerInfo = {
  readonly version: number
  readonly id: SignerId
  readonly digestAlgorithm: AlgorithmId
  readonly signatureAlgorithm: AlgorithmId
  /** `signatureAlgorithm` as it stands, DER. */
  readonly signatureAlgorithmDer: Uint8Array
  readonly signature: Uint8Array
  readonly signed: SignedAttributes | undefined
  /** The signed attributes as a SET: with the elements as they stand, and in DER order. Equal in a proper signature. */
  readonly signedBytes: { readonly asFound: Uint8Array; readonly sorted: Uint8Array } | undefined
  readonly unsigned: UnsignedAttributes
}

/** Deviations that are tolerated but told: BER instead of DER, and what follows the structure. */
export type EncodingNote = 'ber' | 'trailing-zeros' | 'trailing-bytes'

export type SignedData = {
  readonly version: number
  readonly contentType: string
  /** Encapsulated content; undefined when the signature is detached. */
  readonly content: Uint8Array | undefined
  readonly digestAlgorithms: readonly string[]
  /** X.509 certificates, DER each. Attribute certificates are counted in `otherCertificates`. */
  readonly certificates: readonly Uint8Array[]
  readonly otherCertificates: number
  readonly revocation: CarriedRevocation
  readonly signers: readonly SignerInfo[]
  readonly notes: readonly EncodingNote[]
  /** Octets of the input that the ContentInfo takes up. */
  readonly length: number
}

/** Constructed context tags stay as they are under `berToDer`, because only the schema knows their content. */
const [CERTIFICATES, CRLS, SIGNED, UNSIGNED] = [contextTag(0), contextTag(1), contextTag(0), contextTag(1)]
const KEY_ID = contextTag(0, false)
const SEGMENTED = 0x24

function readSignerId(node: Der): SignerId {
  if (node.tag === KEY_ID) return { kind: 'key-id', keyId: derBody(node) }
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const issuer = readName(cursor.next())
  const serial = integerValue(cursor.next(TAG.integer))
  cursor.end()
  return { kind: 'issuer-serial', issuer, serial }
}

function readSigner(node: Der): SignerInfo {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const version = readSmallInteger(cursor.next())
  const id = readSignerId(cursor.next())
  const digestAlgorithm = readAlgorithm(cursor.next())
  const signed = cursor.maybe(SIGNED)
  const algorithmNode = cursor.next()
  const signature = readOctets(cursor.next())
  const unsigned = cursor.maybe(UNSIGNED)
  cursor.end()
  return {
    version,
    id,
    digestAlgorithm,
    signatureAlgorithm: readAlgorithm(algorithmNode),
    signatureAlgorithmDer: derBytes(algorithmNode),
    signature,
    signed: signed && readSignedAttributes(signed),
    signedBytes: signed && {
      asFound: der.retag(TAG.set, derBytes(signed)),
      sorted: der.setOf(...derChildren(signed).map(derBytes)),
    },
    unsigned: readUnsignedAttributes(unsigned),
  }
}

/** RevocationInfoChoice (RFC 5652 10.2.1); kinds other than CRL and OCSP are left aside. */
function readRevocation(node: Der | undefined): CarriedRevocation {
  const choices = node ? derChildren(node) : []
  const others = choices.filter((choice) => choice.tag === contextTag(1)).map((choice) => derChildren(choice))
  const ocsps = others.flatMap(([kind, value]) => (kind && value && readOid(kind) === OID.ocspResponse ? [value] : []))
  return {
    crls: choices.filter((choice) => choice.tag === TAG.sequence).map(derBytes),
    ocsps: ocsps.map((value) => wholeOcsp(value)),
  }
}

/** RFC 5940 says OCSPResponse; some producers put the bare BasicOCSPResponse. */
function wholeOcsp(value: Der): Uint8Array {
  const [first] = derChildren(expectTag(value, TAG.sequence))
  return first?.tag === TAG.enumerated ? derBytes(value) : ocspResponseOf(derBytes(value))
}

function readContent(cursor: DerCursor): Pick<SignedData, 'contentType' | 'content'> {
  const encapsulated = derCursor(cursor.next(TAG.sequence))
  const contentType = readOid(encapsulated.next())
  const wrapped = encapsulated.maybe(contextTag(0))
  encapsulated.end()
  if (!wrapped) return { contentType, content: undefined }
  const inner = derInner(wrapped)
  if (inner.tag === SEGMENTED) refuse('cms-segmented-content', 'the content is a string in segments, so not DER')
  // PKCS#7 1.5 allowed any type here, and signs its contents octets (RFC 5652 5.2.1).
  return { contentType, content: derBody(inner) }
}

type Body = Omit<SignedData, 'notes' | 'length'>

function readBody(node: Der): Body {
  const info = derCursor(expectTag(node, TAG.sequence))
  const kind = readOid(info.next())
  if (kind !== OID.signedData) refuse('cms-not-signed-data', `the content is ${kind}, not signed data`)
  const cursor = derCursor(derInner(info.next(contextTag(0)), TAG.sequence))
  info.end()
  const version = readSmallInteger(cursor.next())
  const digestAlgorithms = derChildren(cursor.next(TAG.set)).map((node) => readAlgorithm(node).oid)
  const content = readContent(cursor)
  const certificates = cursor.maybe(CERTIFICATES)
  const revocation = readRevocation(cursor.maybe(CRLS))
  const signers = derChildren(cursor.next(TAG.set)).map(readSigner)
  cursor.end()
  const carried = certificates ? derChildren(certificates) : []
  const x509 = carried.filter((node) => node.tag === TAG.sequence).map(derBytes)
  return {
    version,
    ...content,
    digestAlgorithms,
    certificates: x509,
    otherCertificates: carried.length - x509.length,
    revocation,
    signers,
  }
}

function trailingNote(rest: Uint8Array): EncodingNote[] {
  if (rest.length === 0) return []
  return [rest.every((octet) => octet === 0) ? 'trailing-zeros' : 'trailing-bytes']
}

/**
 * Reads a ContentInfo with SignedData (RFC 5652 3, 5.1) from the start of `bytes`, DER first and BER where that fails.
 * Octets after it (the zeros of a PDF signature gap) are noted. Errors: `cms-not-signed-data`, and the `der-…` / `ber-…`
 * codes of lib/trust for bytes that are no such structure.
 */
export function parseSignedData(bytes: Uint8Array): Result<SignedData, Refusal> {
  const strict = attempt(() => {
    const node = derAt(bytes, 0, bytes.length)
    return { ...readBody(node), notes: trailingNote(bytes.subarray(node.end)), length: node.end }
  })
  if (strict.ok) return strict
  const loose = berToDer(bytes)
  if (!loose.ok) return strict
  const { der: normalised, end } = loose.value
  const body = attempt(() => readBody(derAt(normalised, 0, normalised.length)))
  if (!body.ok) return body
  return ok({ ...body.value, notes: ['ber', ...trailingNote(bytes.subarray(end))], length: end })
}
