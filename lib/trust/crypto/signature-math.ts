import { modInverse, modPow, modulo } from './big-modular'
import { bytesEqual, bytesToBigInt, fromHex } from '../der/bytes'
import * as der from '../der/write'
import { derCursor, readDer, TAG } from '../der/scan'
import { readInteger } from '../der/read'
import { HASHES } from './hash'
import type { HashName } from './hash'
import { readRsaKey } from './key'
import { refuse } from '../der/refusal'

/** Signature checks in plain arithmetic, for what WebCrypto lacks; public data only, so timing does not matter. */

const MAX_RSA_BITS = 8_192n
const MAX_DSA_BITS = 4096n

export type RAndS = { readonly r: bigint; readonly s: bigint }

/** Dss-Sig-Value and Ecdsa-Sig-Value (RFC 3279 2.2.2, 2.2.3). */
export function readRAndS(signature: Uint8Array): RAndS {
  const cursor = derCursor(readDer(signature, TAG.sequence))
  const pair = { r: readInteger(cursor.next()), s: readInteger(cursor.next()) }
  cursor.end()
  return pair
}

/** The leftmost bits of a digest, as many as the group order has (FIPS 186-4 4.6, 6.4). */
function truncateDigest(digest: Uint8Array, order: bigint): bigint {
  const surplus = digest.length * 8 - order.toString(2).length
  const value = bytesToBigInt(digest)
  return surplus > 0 ? value >> BigInt(surplus) : value
}

export type DsaGroup = { readonly p: bigint; readonly q: bigint; readonly g: bigint }

function readDsaGroup(parameters: Uint8Array | undefined): DsaGroup {
  const cursor = derCursor(readDer(parameters ?? refuse('key', 'DSA key without parameters'), TAG.sequence))
  const group = { p: readInteger(cursor.next()), q: readInteger(cursor.next()), g: readInteger(cursor.next()) }
  cursor.end()
  const { p, q, g } = group
  const sane = q > 1n && q < 1n << 512n && p > q && p < 1n << MAX_DSA_BITS && g > 1n && g < p
  return sane ? group : refuse('key', 'DSA parameters out of range')
}

export type DsaCheck = {
  readonly parameters: Uint8Array | undefined
  readonly key: Uint8Array
  readonly digest: Uint8Array
  readonly signature: Uint8Array
}

/** DSA verification (FIPS 186-4 4.7). */
export function verifyDsa(check: DsaCheck): boolean {
  const { p, q, g } = readDsaGroup(check.parameters)
  const y = readInteger(readDer(check.key))
  const { r, s } = readRAndS(check.signature)
  const inRange = r > 0n && r < q && s > 0n && s < q && y > 1n && y < p
  const w = inRange ? modInverse(s, q) : undefined
  if (w === undefined) return false
  const u1 = modulo(truncateDigest(check.digest, q) * w, q)
  const u2 = modulo(r * w, q)
  const v = modulo(modulo(modPow(g, u1, p) * modPow(y, u2, p), p), q)
  return v === r
}

function pkcs1Block(hash: HashName, digest: Uint8Array, octets: number): Uint8Array {
  const info = der.sequence(der.sequence(der.oid(HASHES[hash].oid), der.nullValue()), der.octetString(digest))
  if (octets < info.length + 11) refuse('key', 'RSA modulus too short for this hash')
  const block = new Uint8Array(octets).fill(0xff)
  block.set([0, 1])
  block.set([0], octets - info.length - 1)
  block.set(info, octets - info.length)
  return block
}

export type RsaCheck = {
  readonly key: Uint8Array
  readonly hash: HashName
  readonly digest: Uint8Array
  readonly signature: Uint8Array
}

/** RSASSA-PKCS1-v1_5 verification by comparing whole encodings (RFC 8017 8.2.2). */
export function verifyRsaPkcs1(check: RsaCheck): boolean {
  const { modulus, exponent } = readRsaKey(check.key)
  if (modulus >= 1n << MAX_RSA_BITS) refuse('key', 'RSA key too large for plain arithmetic')
  const octets = Math.ceil(modulus.toString(2).length / 8)
  const value = bytesToBigInt(check.signature)
  if (check.signature.length !== octets || value >= modulus) return false
  const opened = fromHex(
    modPow(value, exponent, modulus)
      .toString(16)
      .padStart(octets * 2, '0'),
  )
  return opened !== undefined && bytesEqual(opened, pkcs1Block(check.hash, check.digest, octets))
}
