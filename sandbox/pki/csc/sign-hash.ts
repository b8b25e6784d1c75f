import type { KeyObject } from 'node:crypto'
import { constants, createECDH, createHash, privateEncrypt, randomBytes } from 'node:crypto'
import { octets, seq } from '../der'
import { digestAlgorithm } from '../keys'
import { OID } from '../oids'

/** How a remote key signs. */
export type RemoteScheme = 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa'

const NODE_NAMES: Readonly<Record<string, string>> = {
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
}

/** RSASSA-PKCS1-v1_5 (RFC 8017 8.2.1). */
function pkcs1(key: KeyObject, hashAlgorithm: string, hash: Buffer): Buffer {
  const info = seq(digestAlgorithm(hashAlgorithm), octets(hash))
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, info)
}

/** MGF1 (RFC 8017 B.2.1). */
function mask(digest: (...parts: Buffer[]) => Buffer, seed: Buffer, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / seed.length) }, (_, i) => digest(seed, Buffer.of(0, 0, 0, i)))
  return Buffer.concat(blocks).subarray(0, length)
}

const keyOctets = (key: KeyObject): number => (key.asymmetricKeyDetails?.modulusLength ?? 2048) / 8

/** RSASSA-PSS with MGF1 of the same digest and a salt as long (RFC 8017 9.1.1), for a modulus of whole octets. */
function pss(key: KeyObject, hashAlgorithm: string, hash: Buffer): Buffer {
  const name = NODE_NAMES[hashAlgorithm] ?? 'sha256'
  const digest = (...parts: Buffer[]): Buffer => createHash(name).update(Buffer.concat(parts)).digest()
  const salt = randomBytes(hash.length)
  const inner = digest(Buffer.alloc(8), hash, salt)
  const padding = Buffer.alloc(keyOctets(key) - salt.length - hash.length - 2)
  const block = Buffer.concat([padding, Buffer.of(1), salt])
  const veil = mask(digest, inner, block.length)
  const masked = Buffer.from(block.map((octet, i) => octet ^ veil.readUInt8(i)))
  masked[0] = masked.readUInt8(0) & 0x7f
  const encoded = Buffer.concat([masked, inner, Buffer.of(0xbc)])
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encoded)
}

/** The order of P-256 (FIPS 186-4 D.1.2.3). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
const octetsOf = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(64, '0'), 'hex')

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base % ORDER]
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % ORDER
    square = (square * square) % ORDER
  }
  return result
}

/** ECDSA on P-256 (FIPS 186-4 6.4) as r || s. Node offers it over messages only; its ECDH lends the point of the nonce. */
function ecdsa(key: KeyObject, hash: Buffer): Buffer {
  const secret = numberOf(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'))
  const nonce = createECDH('prime256v1')
  const r = numberOf(nonce.generateKeys().subarray(1, 33)) % ORDER
  const inverse = power(numberOf(nonce.getPrivateKey()), ORDER - 2n)
  const s = (inverse * (numberOf(hash.subarray(0, 32)) + r * secret)) % ORDER
  return Buffer.concat([octetsOf(r), octetsOf(s)])
}

/** A signature over a digest computed elsewhere. */
export function signHash(key: KeyObject, scheme: RemoteScheme, hashAlgorithm: string, hash: Buffer): Buffer {
  if (scheme === 'ecdsa') return ecdsa(key, hash)
  return scheme === 'rsa-pss' ? pss(key, hashAlgorithm, hash) : pkcs1(key, hashAlgorithm, hash)
}
