import {
  berToDer,
  concatBytes,
  contextTag,
  derAt,
  derBody,
  derBytes,
  derChildren,
  derCursor,
  derInner,
  expectTag,
  readAlgorithm,
  readDer,
  readOctets,
  readOid,
  readString,
  Refused,
  refuse,
  attempt,
  TAG,
} from '@/lib/trust'
import type { AlgorithmId, Der } from '@/lib/trust'
import { P12 } from './oids'

/** Attributes of a bag that match keys to certificates and name them for people. */
export type BagNames = { readonly friendlyName?: string; readonly localKeyId?: Uint8Array }

export type LockedBytes = { readonly algorithm: AlgorithmId; readonly locked: Uint8Array }

/** What we take from a SafeBag (RFC 7292 4.2). */
export type Bag = BagNames &
  (
    | { readonly kind: 'key'; readonly pkcs8: Uint8Array }
    | { readonly kind: 'locked-key'; readonly key: LockedBytes }
    | { readonly kind: 'certificate'; readonly der: Uint8Array }
    | { readonly kind: 'passed-over'; readonly oid: string }
  )

const MAX_NESTING = 4

/** The bytes as one DER element; what may follow it in the file is not ours. */
export function normalise(bytes: Uint8Array): Der {
  const result = berToDer(bytes)
  if (!result.ok) throw new Refused(result.error)
  return derAt(result.value.der, 0, result.value.der.length)
}

/** Octets of an OCTET STRING under an implicit `[0]`, whole or in segments (BER). */
export function implicitOctets(node: Der): Uint8Array {
  return node.tag === contextTag(0, false) ? derBody(node) : concatBytes(derChildren(node).map(readOctets))
}

function readNames(attributes: Der | undefined): BagNames {
  const names: { friendlyName?: string; localKeyId?: Uint8Array } = {}
  for (const attribute of attributes ? derChildren(attributes) : []) {
    // A name that cannot be read costs nobody the key; RFC 7292 makes these attributes optional.
    attempt(() => {
      const cursor = derCursor(attribute)
      const kind = readOid(cursor.next())
      const [value] = derChildren(cursor.next(TAG.set))
      if (value && kind === P12.friendlyName) names.friendlyName = readString(value)
      if (value && kind === P12.localKeyId) names.localKeyId = readOctets(value)
    })
  }
  return names
}

export function readLockedKey(node: Der): LockedBytes {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const algorithm = readAlgorithm(cursor.next())
  const locked = readOctets(cursor.next())
  cursor.end()
  return { algorithm, locked }
}

/** CertBag (RFC 7292 4.2.3): X.509 only; SDSI certificates and attribute certificates are passed over. */
function readCertificateBag(node: Der, names: BagNames): Bag {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const kind = readOid(cursor.next())
  if (kind !== P12.x509Certificate) return { kind: 'passed-over', oid: kind }
  const octets = readOctets(derInner(cursor.next(contextTag(0))))
  return { kind: 'certificate', der: octets, ...names }
}

function readBag(node: Der, depth: number): Bag[] {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const kind = readOid(cursor.next())
  const value = derInner(cursor.next(contextTag(0)))
  const names = readNames(cursor.maybe(TAG.set))
  if (kind === P12.keyBag) return [{ kind: 'key', pkcs8: derBytes(expectTag(value, TAG.sequence)), ...names }]
  if (kind === P12.shroudedKeyBag) return [{ kind: 'locked-key', key: readLockedKey(value), ...names }]
  if (kind === P12.certBag) return [readCertificateBag(value, names)]
  return kind === P12.safeContentsBag ? bagsIn(value, depth + 1) : [{ kind: 'passed-over', oid: kind }]
}

function bagsIn(node: Der, depth: number): Bag[] {
  if (depth > MAX_NESTING) refuse('p12-corrupt', 'bags nested too deeply')
  return derChildren(expectTag(node, TAG.sequence)).flatMap((bag) => readBag(bag, depth))
}

/** SafeContents (RFC 7292 4.2) from its BER. */
export function readSafeContents(bytes: Uint8Array): Bag[] {
  return bagsIn(normalise(bytes), 0)
}

export type Safe =
  | { readonly kind: 'open'; readonly contents: Uint8Array }
  | ({ readonly kind: 'locked' } & LockedBytes)

function readEncrypted(node: Der): Safe {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  cursor.next(TAG.integer)
  const info = derCursor(cursor.next(TAG.sequence))
  info.next(TAG.oid)
  const algorithm = readAlgorithm(info.next())
  const locked = info.more() ? implicitOctets(info.next()) : new Uint8Array(0)
  return { kind: 'locked', algorithm, locked }
}

function readSafe(node: Der): Safe {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const kind = readOid(cursor.next())
  const content = derInner(cursor.next(contextTag(0)))
  if (kind === P12.data) return { kind: 'open', contents: readOctets(content) }
  if (kind === P12.encryptedData) return readEncrypted(content)
  return refuse('p12-unsupported', kind === P12.envelopedData ? 'locked for a public key, not by a password' : kind)
}

export type Pfx = {
  /** The octets the integrity check covers. */
  readonly content: Uint8Array
  readonly safes: readonly Safe[]
  readonly mac: Der | undefined
}

/** PFX (RFC 7292 4) in password integrity mode, BER or DER. */
export function readPfx(bytes: Uint8Array): Pfx {
  const cursor = derCursor(expectTag(normalise(bytes), TAG.sequence))
  const version = derBody(cursor.next(TAG.integer))
  if (version.length !== 1 || version[0] !== 3) refuse('p12-version', 'not version 3 of PKCS#12')
  const info = derCursor(cursor.next(TAG.sequence))
  const kind = readOid(info.next())
  if (kind !== P12.data) {
    refuse('p12-unsupported', kind === P12.signedData ? 'protected by a signature, not by a password' : kind)
  }
  const content = readOctets(derInner(info.next(contextTag(0))))
  const safes = derChildren(expectTag(normalise(content), TAG.sequence)).map(readSafe)
  return { content, safes, mac: cursor.maybe(TAG.sequence) }
}

/** PrivateKeyInfo (RFC 5208 5, RFC 5958 2) as far as it tells a right key from noise: version, algorithm, octets. */
export function isPrivateKeyInfo(bytes: Uint8Array): boolean {
  return attempt(() => {
    const cursor = derCursor(readDer(bytes, TAG.sequence))
    cursor.next(TAG.integer)
    readAlgorithm(cursor.next())
    readOctets(cursor.next())
  }).ok
}
