import { bytesToBigInt } from '../der/bytes'
import type { Der } from '../der/scan'
import { derBytes, derCursor, expectTag, readDer, TAG } from '../der/scan'
import * as der from '../der/write'
import { integerBody, readBitOctets, readOid } from '../der/read'
import { refuse } from '../der/refusal'

export type KeyAlgorithm = 'rsa' | 'rsa-pss' | 'ec' | 'ed25519' | 'ed448' | 'dsa' | 'unknown'

/** A subject public key: what kind, how strong, on which curve, and the pieces verification needs. */
export type PublicKey = {
  readonly algorithm: KeyAlgorithm
  readonly oid: string
  /** Modulus bits (RSA), field bits (EC), bits of p (DSA), 0 when unknown or inherited. */
  readonly bits: number
  readonly curve?: string
  readonly parameters?: Uint8Array
  /** An RSA number is written without the zero octet that makes it positive. */
  readonly isSignless?: true
  readonly key: Uint8Array
}

const ALGORITHMS: Readonly<Record<string, KeyAlgorithm>> = {
  '1.2.840.113549.1.1.1': 'rsa',
  '1.2.840.113549.1.1.10': 'rsa-pss',
  '1.2.840.10045.2.1': 'ec',
  '1.3.101.112': 'ed25519',
  '1.3.101.113': 'ed448',
  '1.2.840.10040.4.1': 'dsa',
}

const CURVES: Readonly<Record<string, { readonly name: string; readonly bits: number }>> = {
  '1.2.840.10045.3.1.1': { name: 'P-192', bits: 192 },
  '1.3.132.0.33': { name: 'P-224', bits: 224 },
  '1.2.840.10045.3.1.7': { name: 'P-256', bits: 256 },
  '1.3.132.0.34': { name: 'P-384', bits: 384 },
  '1.3.132.0.35': { name: 'P-521', bits: 521 },
  '1.3.132.0.10': { name: 'secp256k1', bits: 256 },
  '1.3.36.3.3.2.8.1.1.1': { name: 'brainpoolP160r1', bits: 160 },
  '1.3.36.3.3.2.8.1.1.2': { name: 'brainpoolP160t1', bits: 160 },
  '1.3.36.3.3.2.8.1.1.3': { name: 'brainpoolP192r1', bits: 192 },
  '1.3.36.3.3.2.8.1.1.4': { name: 'brainpoolP192t1', bits: 192 },
  '1.3.36.3.3.2.8.1.1.5': { name: 'brainpoolP224r1', bits: 224 },
  '1.3.36.3.3.2.8.1.1.6': { name: 'brainpoolP224t1', bits: 224 },
  '1.3.36.3.3.2.8.1.1.7': { name: 'brainpoolP256r1', bits: 256 },
  '1.3.36.3.3.2.8.1.1.8': { name: 'brainpoolP256t1', bits: 256 },
  '1.3.36.3.3.2.8.1.1.9': { name: 'brainpoolP320r1', bits: 320 },
  '1.3.36.3.3.2.8.1.1.10': { name: 'brainpoolP320t1', bits: 320 },
  '1.3.36.3.3.2.8.1.1.11': { name: 'brainpoolP384r1', bits: 384 },
  '1.3.36.3.3.2.8.1.1.12': { name: 'brainpoolP384t1', bits: 384 },
  '1.3.36.3.3.2.8.1.1.13': { name: 'brainpoolP512r1', bits: 512 },
  '1.3.36.3.3.2.8.1.1.14': { name: 'brainpoolP512t1', bits: 512 },
}

export type AlgorithmId = { readonly oid: string; readonly parameters: Der | undefined }

/** AlgorithmIdentifier (RFC 5280 4.1.1.2). */
export function readAlgorithm(node: Der): AlgorithmId {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const oid = readOid(cursor.next())
  const parameters = cursor.more() ? cursor.next() : undefined
  cursor.end()
  return { oid, parameters }
}

export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length
}

/** `isSignless`: a number lacks the zero octet that says it is positive. */
export type RsaKey = { readonly modulus: bigint; readonly exponent: bigint; readonly isSignless: boolean }

/** RSAPublicKey (RFC 8017 A.1.1). Both numbers are positive, so one written without its leading zero is read as it is meant. */
export function readRsaKey(key: Uint8Array): RsaKey {
  const cursor = derCursor(readDer(key, TAG.sequence))
  const bodies = [integerBody(cursor.next(TAG.integer)), integerBody(cursor.next(TAG.integer))]
  cursor.end()
  const [modulus = 0n, exponent = 0n] = bodies.map(bytesToBigInt)
  if (modulus === 0n || exponent === 0n) refuse('key', 'RSA modulus or exponent is zero')
  return { modulus, exponent, isSignless: bodies.some(([first = 0]) => first >= 0x80) }
}

const NO_PARAMETERS = der.nullValue()

/** SubjectPublicKeyInfo as engines read it: an RSA key whose numbers lack their leading zero is written anew. */
export function soundSpki(
  { algorithm, oid, parameters = NO_PARAMETERS, key }: PublicKey,
  spki: Uint8Array,
): Uint8Array {
  if (algorithm !== 'rsa' && algorithm !== 'rsa-pss') return spki
  const { modulus, exponent, isSignless } = readRsaKey(key)
  if (!isSignless) return spki
  const sound = der.sequence(der.integer(modulus), der.integer(exponent))
  return der.sequence(der.sequence(der.oid(oid), parameters), der.bitString(sound))
}

const MAX_RSA_BITS = 16_384
const MAX_EXPONENT = 1n << 64n

/** An RSA key that can carry a signature in bounded time: odd modulus of sane size, odd exponent from 3 to 64 bits. */
export function checkRsaKey(key: Uint8Array): void {
  const { modulus, exponent } = readRsaKey(key)
  const sane = exponent >= 3n && exponent < MAX_EXPONENT && exponent % 2n === 1n && modulus % 2n === 1n
  if (!sane || bitLength(modulus) > MAX_RSA_BITS) refuse('key', 'RSA modulus or exponent out of range')
}

type Strength = { readonly bits: number; readonly curve?: string; readonly isSignless?: true }

function rsaStrength(_: Der | undefined, key: Uint8Array): Strength {
  const { modulus, isSignless } = readRsaKey(key)
  return { bits: bitLength(modulus), ...(isSignless ? { isSignless } : {}) }
}

function curveStrength(parameters: Der | undefined): Strength {
  if (parameters?.tag !== TAG.oid) return { bits: 0 }
  const curve = CURVES[readOid(parameters)]
  return curve ? { bits: curve.bits, curve: curve.name } : { bits: 0 }
}

function dsaStrength(parameters: Der | undefined): Strength {
  if (parameters?.tag !== TAG.sequence) return { bits: 0 }
  return { bits: bitLength(bytesToBigInt(integerBody(derCursor(parameters).next(TAG.integer)))) }
}

const STRENGTHS: Readonly<Record<KeyAlgorithm, (parameters: Der | undefined, key: Uint8Array) => Strength>> = {
  rsa: rsaStrength,
  'rsa-pss': rsaStrength,
  ec: curveStrength,
  dsa: dsaStrength,
  ed25519: () => ({ bits: 255 }),
  ed448: () => ({ bits: 448 }),
  unknown: () => ({ bits: 0 }),
}

/** SubjectPublicKeyInfo (RFC 5280 4.1.2.7, RFC 3279, 4055, 5480, 8410); an unknown algorithm is reported, not refused. */
export function readPublicKey(node: Der): PublicKey {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const { oid, parameters } = readAlgorithm(cursor.next())
  const key = readBitOctets(cursor.next())
  cursor.end()
  const algorithm = ALGORITHMS[oid] ?? 'unknown'
  const strength = STRENGTHS[algorithm](parameters, key)
  return { algorithm, oid, ...strength, ...(parameters && { parameters: derBytes(parameters) }), key }
}
