import { md5, ripemd160 } from '@noble/hashes/legacy.js'
import { sha224, sha512_224, sha512_256 } from '@noble/hashes/sha2.js'
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js'
import { unsharedBytes } from '../der/bytes'

export type HashName =
  | 'MD5'
  | 'SHA-1'
  | 'RIPEMD-160'
  | 'SHA-224'
  | 'SHA-256'
  | 'SHA-384'
  | 'SHA-512'
  | 'SHA-512/224'
  | 'SHA-512/256'
  | 'SHA3-224'
  | 'SHA3-256'
  | 'SHA3-384'
  | 'SHA3-512'

type HashRow = { readonly oid: string; readonly octets: number; readonly web: boolean }

/** Digest algorithms: object identifier, length in octets, and whether WebCrypto computes them. */
export const HASHES: Readonly<Record<HashName, HashRow>> = {
  MD5: { oid: '1.2.840.113549.2.5', octets: 16, web: false },
  'SHA-1': { oid: '1.3.14.3.2.26', octets: 20, web: true },
  'RIPEMD-160': { oid: '1.3.36.3.2.1', octets: 20, web: false },
  'SHA-224': { oid: '2.16.840.1.101.3.4.2.4', octets: 28, web: false },
  'SHA-256': { oid: '2.16.840.1.101.3.4.2.1', octets: 32, web: true },
  'SHA-384': { oid: '2.16.840.1.101.3.4.2.2', octets: 48, web: true },
  'SHA-512': { oid: '2.16.840.1.101.3.4.2.3', octets: 64, web: true },
  'SHA-512/224': { oid: '2.16.840.1.101.3.4.2.5', octets: 28, web: false },
  'SHA-512/256': { oid: '2.16.840.1.101.3.4.2.6', octets: 32, web: false },
  'SHA3-224': { oid: '2.16.840.1.101.3.4.2.7', octets: 28, web: false },
  'SHA3-256': { oid: '2.16.840.1.101.3.4.2.8', octets: 32, web: false },
  'SHA3-384': { oid: '2.16.840.1.101.3.4.2.9', octets: 48, web: false },
  'SHA3-512': { oid: '2.16.840.1.101.3.4.2.10', octets: 64, web: false },
}

export const HASH_NAMES: readonly HashName[] = [
  'MD5',
  'SHA-1',
  'RIPEMD-160',
  'SHA-224',
  'SHA-256',
  'SHA-384',
  'SHA-512',
  'SHA-512/224',
  'SHA-512/256',
  'SHA3-224',
  'SHA3-256',
  'SHA3-384',
  'SHA3-512',
]

export function hashByOid(oid: string): HashName | undefined {
  return HASH_NAMES.find((name) => HASHES[name].oid === oid)
}

/** What WebCrypto lacks, in plain JavaScript; MD5 and RIPEMD-160 only so that a verdict can name them as too weak. */
const PLAIN: ReadonlyMap<HashName, (data: Uint8Array) => Uint8Array> = new Map([
  ['MD5', md5],
  ['RIPEMD-160', ripemd160],
  ['SHA-224', sha224],
  ['SHA-512/224', sha512_224],
  ['SHA-512/256', sha512_256],
  ['SHA3-224', sha3_224],
  ['SHA3-256', sha3_256],
  ['SHA3-384', sha3_384],
  ['SHA3-512', sha3_512],
])

/** Digest by WebCrypto where it can, otherwise in plain JavaScript. */
export async function webDigest(name: HashName, data: Uint8Array): Promise<Uint8Array | undefined> {
  if (!HASHES[name].web) return PLAIN.get(name)?.(data)
  return new Uint8Array(await globalThis.crypto.subtle.digest(name, unsharedBytes(data)))
}
