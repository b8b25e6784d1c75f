import {
  attempt,
  bytesEqual,
  bytesToBigInt,
  contextTag,
  derCursor,
  derInner,
  integerBody,
  namesEqual,
  parseCertificate,
  readAlgorithm,
  readBitOctets,
  readDer,
  readOctets,
  readOid,
  TAG,
} from '@/lib/trust'
import type { Certificate, Der } from '@/lib/trust'
import type { BagNames } from './safe'

export type Pkcs12Certificate = { readonly der: Uint8Array; readonly friendlyName?: string }

export type Pkcs12Key = {
  /** PrivateKeyInfo (RFC 5958), as WebCrypto imports it (`pkcs8`). */
  readonly pkcs8: Uint8Array
  /** Key algorithm, and for EC keys the named curve. */
  readonly algorithmOid: string
  readonly curveOid?: string
  readonly friendlyName?: string
  /** The certificate of this very key, and the issuers found beside it, nearest first; DER. */
  readonly certificate?: Uint8Array
  readonly chain: readonly Uint8Array[]
}

export type NamedKey = BagNames & { readonly pkcs8: Uint8Array }
export type NamedCertificate = BagNames & { readonly der: Uint8Array }

const RSA = new Set(['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10'])
const EC = '1.2.840.10045.2.1'
const MAX_CHAIN = 16

type KeyFacts = {
  readonly kind: Pick<Pkcs12Key, 'algorithmOid' | 'curveOid'>
  /** What key and certificate have in common; undefined where the private key does not show it. */
  readonly fingerprint: string | undefined
}

const modulusOf = (node: Der): string => bytesToBigInt(integerBody(node)).toString(16)
const pointOf = (octets: Uint8Array): string => `point ${bytesToBigInt(octets).toString(16)}`

/** RSAPrivateKey (RFC 8017 A.1.2): version, then the modulus. */
function rsaFingerprint(privateKey: Uint8Array): string {
  const cursor = derCursor(readDer(privateKey, TAG.sequence))
  cursor.next(TAG.integer)
  return modulusOf(cursor.next(TAG.integer))
}

/** ECPrivateKey (RFC 5915 3): the public point is optional. */
function ecFingerprint(privateKey: Uint8Array): string | undefined {
  const cursor = derCursor(readDer(privateKey, TAG.sequence))
  cursor.next(TAG.integer)
  cursor.next(TAG.octetString)
  cursor.maybe(contextTag(0))
  const point = cursor.maybe(contextTag(1))
  return point && pointOf(readBitOctets(derInner(point)))
}

function readFacts(pkcs8: Uint8Array): KeyFacts {
  const cursor = derCursor(readDer(pkcs8, TAG.sequence))
  cursor.next(TAG.integer)
  const { oid, parameters } = readAlgorithm(cursor.next())
  const octets = readOctets(cursor.next())
  const curveOid = oid === EC && parameters?.tag === TAG.oid ? readOid(parameters) : undefined
  const read = RSA.has(oid) ? rsaFingerprint : oid === EC ? ecFingerprint : () => undefined
  const fingerprint = attempt(() => read(octets))
  return {
    kind: { algorithmOid: oid, ...(curveOid !== undefined && { curveOid }) },
    fingerprint: fingerprint.ok ? fingerprint.value : undefined,
  }
}

function publicFingerprint({ publicKey }: Certificate): string | undefined {
  if (publicKey.algorithm === 'ec') return pointOf(publicKey.key)
  if (publicKey.algorithm !== 'rsa' && publicKey.algorithm !== 'rsa-pss') return undefined
  const modulus = attempt(() => modulusOf(derCursor(readDer(publicKey.key, TAG.sequence)).next(TAG.integer)))
  return modulus.ok ? modulus.value : undefined
}

type Candidate = NamedCertificate & { readonly parsed: Certificate | undefined }

/**
 * The key itself decides where it can be compared; the local identifier, which tools set carelessly, only where it
 * cannot; and one key beside one end-entity certificate belong together.
 */
function certificateOf(key: NamedKey, facts: KeyFacts, candidates: readonly Candidate[]): Candidate | undefined {
  if (facts.fingerprint !== undefined) {
    return candidates.find(({ parsed }) => parsed && publicFingerprint(parsed) === facts.fingerprint)
  }
  const { localKeyId } = key
  const byId = candidates.find(
    (candidate) => localKeyId && candidate.localKeyId && bytesEqual(candidate.localKeyId, localKeyId),
  )
  const leaves = candidates.filter(({ parsed }) => parsed && parsed.extensions.basicConstraints?.ca !== true)
  return byId ?? (leaves.length === 1 ? leaves[0] : undefined)
}

function chainOf(start: Candidate | undefined, candidates: readonly Candidate[]): Uint8Array[] {
  const chain: Candidate[] = []
  for (let at = start?.parsed; at && chain.length < MAX_CHAIN; ) {
    const { issuer } = at
    const next = candidates.find(
      (candidate) =>
        candidate !== start &&
        !chain.includes(candidate) &&
        candidate.parsed &&
        namesEqual(candidate.parsed.subject, issuer),
    )
    if (next) chain.push(next)
    at = next?.parsed
  }
  return chain.map((link) => link.der)
}

/** Puts each key beside its certificate and that one's issuers. */
export function matchKeys(keys: readonly NamedKey[], certificates: readonly NamedCertificate[]): Pkcs12Key[] {
  const candidates = certificates.map((named) => {
    const parsed = parseCertificate(named.der)
    return { ...named, parsed: parsed.ok ? parsed.value : undefined }
  })
  return keys.map((key) => {
    const facts = readFacts(key.pkcs8)
    const own = certificateOf(key, facts, candidates)
    return {
      pkcs8: key.pkcs8,
      ...facts.kind,
      ...(key.friendlyName !== undefined && { friendlyName: key.friendlyName }),
      ...(own && { certificate: own.der }),
      chain: chainOf(own, candidates),
    }
  })
}
