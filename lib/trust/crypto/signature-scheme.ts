import type { Der } from '../der/scan'
import { contextTag, derCursor, derInner, expectTag, readDer, TAG } from '../der/scan'
import { readSmallInteger } from '../der/read'
import type { HashName } from './hash'
import { hashByOid } from './hash'
import { readAlgorithm } from './key'
import type { PublicKey } from './key'
import { attempt, refuse } from '../der/refusal'
import type { Refusal } from '../der/refusal'
import type { Result } from '@/lib/kernel'

export type SchemeKind = 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa' | 'dsa' | 'ed25519' | 'ed448'

/** What a signature AlgorithmIdentifier asks for; `hash` is absent where the scheme has its own. */
export type SignatureScheme = { readonly kind: SchemeKind; readonly hash?: HashName; readonly saltLength?: number }

const SCHEMES: Readonly<Record<string, SignatureScheme>> = {
  '1.2.840.113549.1.1.4': { kind: 'rsa-pkcs1', hash: 'MD5' },
  '1.2.840.113549.1.1.5': { kind: 'rsa-pkcs1', hash: 'SHA-1' },
  '1.3.14.3.2.29': { kind: 'rsa-pkcs1', hash: 'SHA-1' },
  '1.3.36.3.3.1.2': { kind: 'rsa-pkcs1', hash: 'RIPEMD-160' },
  '1.2.840.113549.1.1.14': { kind: 'rsa-pkcs1', hash: 'SHA-224' },
  '1.2.840.113549.1.1.11': { kind: 'rsa-pkcs1', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa-pkcs1', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa-pkcs1', hash: 'SHA-512' },
  '1.2.840.113549.1.1.15': { kind: 'rsa-pkcs1', hash: 'SHA-512/224' },
  '1.2.840.113549.1.1.16': { kind: 'rsa-pkcs1', hash: 'SHA-512/256' },
  '2.16.840.1.101.3.4.3.13': { kind: 'rsa-pkcs1', hash: 'SHA3-224' },
  '2.16.840.1.101.3.4.3.14': { kind: 'rsa-pkcs1', hash: 'SHA3-256' },
  '2.16.840.1.101.3.4.3.15': { kind: 'rsa-pkcs1', hash: 'SHA3-384' },
  '2.16.840.1.101.3.4.3.16': { kind: 'rsa-pkcs1', hash: 'SHA3-512' },
  '1.2.840.10045.4.1': { kind: 'ecdsa', hash: 'SHA-1' },
  '1.2.840.10045.4.3.1': { kind: 'ecdsa', hash: 'SHA-224' },
  '1.2.840.10045.4.3.2': { kind: 'ecdsa', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', hash: 'SHA-512' },
  '2.16.840.1.101.3.4.3.9': { kind: 'ecdsa', hash: 'SHA3-224' },
  '2.16.840.1.101.3.4.3.10': { kind: 'ecdsa', hash: 'SHA3-256' },
  '2.16.840.1.101.3.4.3.11': { kind: 'ecdsa', hash: 'SHA3-384' },
  '2.16.840.1.101.3.4.3.12': { kind: 'ecdsa', hash: 'SHA3-512' },
  '1.2.840.10040.4.3': { kind: 'dsa', hash: 'SHA-1' },
  '2.16.840.1.101.3.4.3.1': { kind: 'dsa', hash: 'SHA-224' },
  '2.16.840.1.101.3.4.3.2': { kind: 'dsa', hash: 'SHA-256' },
  '1.3.101.112': { kind: 'ed25519' },
  '1.3.101.113': { kind: 'ed448' },
}
const RSASSA_PSS = '1.2.840.113549.1.1.10'
const MGF1 = '1.2.840.113549.1.1.8'
const MAX_SALT_OCTETS = 512

function hashOf(node: Der | undefined, what: string): HashName {
  if (!node) return 'SHA-1'
  const { oid, parameters } = readAlgorithm(node)
  if (parameters && parameters.tag !== TAG.null) refuse('signature-algorithm', `${what} with parameters`)
  return hashByOid(oid) ?? refuse('signature-algorithm', `${what} ${oid} is unknown`)
}

function maskHash(node: Der | undefined): HashName {
  if (!node) return 'SHA-1'
  const { oid, parameters } = readAlgorithm(node)
  if (oid !== MGF1) refuse('signature-algorithm', `mask generation ${oid} is unknown`)
  return hashOf(parameters, 'mask hash')
}

/** RSASSA-PSS-params (RFC 4055 3.1): one hash for message and mask, trailer 1. */
function pssScheme(parameters: Der | undefined): SignatureScheme {
  const cursor = derCursor(parameters ?? refuse('signature-algorithm', 'RSASSA-PSS without parameters'))
  const field = (number: number) => {
    const wrapped = cursor.maybe(contextTag(number))
    return wrapped && derInner(wrapped)
  }
  const hash = hashOf(field(0), 'hash')
  const mask = maskHash(field(1))
  const salt = field(2)
  const trailer = field(3)
  cursor.end()
  if (mask !== hash) refuse('signature-algorithm', 'RSASSA-PSS with two different hashes')
  if (trailer && readSmallInteger(trailer) !== 1) refuse('signature-algorithm', 'unknown RSASSA-PSS trailer')
  const saltLength = salt ? readSmallInteger(salt) : 20
  if (saltLength > MAX_SALT_OCTETS) refuse('signature-algorithm', 'RSASSA-PSS salt too long')
  return { kind: 'rsa-pss', hash, saltLength }
}

/** A key that names its own RSASSA-PSS parameters verifies nothing else (RFC 4055 3.3). */
export function checkPssKey(key: PublicKey, scheme: SignatureScheme): void {
  if (!key.parameters) return
  const own = pssScheme(readDer(key.parameters))
  const fits = own.hash === scheme.hash && (own.saltLength ?? 0) <= (scheme.saltLength ?? 0)
  if (!fits) refuse('signature-key', 'the key is for other RSASSA-PSS parameters')
}

/** Absent, NULL or (as some tools copy them) the key's domain parameters; EdDSA and ECDSA take none (RFC 5758, 8410). */
function checkParameters(kind: SchemeKind, parameters: Der | undefined): void {
  const allowed = parameters === undefined || (parameters.tag === TAG.null && kind !== 'ed25519' && kind !== 'ed448')
  if (!allowed) refuse('signature-algorithm', 'unexpected parameters of the signature algorithm')
}

/**
 * The scheme named by an AlgorithmIdentifier (DER). CMS also writes bare key algorithms (`rsaEncryption`) whose hash
 * stands elsewhere: for those give `hash`.
 */
export function signatureScheme(algorithm: Uint8Array, hash?: HashName): Result<SignatureScheme, Refusal> {
  return attempt(() => {
    const { oid, parameters } = readAlgorithm(expectTag(readDer(algorithm), TAG.sequence))
    if (oid === RSASSA_PSS) return pssScheme(parameters)
    if (hash !== undefined && KEY_SCHEMES[oid]) return { kind: KEY_SCHEMES[oid], hash }
    const scheme = SCHEMES[oid] ?? refuse('signature-algorithm', `signature algorithm ${oid} is unknown`)
    checkParameters(scheme.kind, parameters)
    return scheme
  })
}

const KEY_SCHEMES: Readonly<Record<string, SchemeKind>> = {
  '1.2.840.113549.1.1.1': 'rsa-pkcs1',
  '1.2.840.10045.2.1': 'ecdsa',
  '1.2.840.10040.4.1': 'dsa',
}
