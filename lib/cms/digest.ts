import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js'
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js'
import type { CHash } from '@noble/hashes/utils.js'
import type { HashName } from '@/lib/trust'

type Row = { readonly oid: string; readonly name: string; readonly engine?: HashName; readonly hash: CHash }

/** The digest algorithms read here. `engine` is the name under which lib/trust knows it. */
const DIGESTS: readonly Row[] = [
  { oid: '1.2.840.113549.2.5', name: 'MD5', engine: 'MD5', hash: md5 },
  { oid: '1.3.14.3.2.26', name: 'SHA-1', engine: 'SHA-1', hash: sha1 },
  { oid: '1.3.36.3.2.1', name: 'RIPEMD-160', engine: 'RIPEMD-160', hash: ripemd160 },
  { oid: '2.16.840.1.101.3.4.2.4', name: 'SHA-224', engine: 'SHA-224', hash: sha224 },
  { oid: '2.16.840.1.101.3.4.2.1', name: 'SHA-256', engine: 'SHA-256', hash: sha256 },
  { oid: '2.16.840.1.101.3.4.2.2', name: 'SHA-384', engine: 'SHA-384', hash: sha384 },
  { oid: '2.16.840.1.101.3.4.2.3', name: 'SHA-512', engine: 'SHA-512', hash: sha512 },
  { oid: '2.16.840.1.101.3.4.2.5', name: 'SHA-512/224', engine: 'SHA-512/224', hash: sha512_224 },
  { oid: '2.16.840.1.101.3.4.2.6', name: 'SHA-512/256', engine: 'SHA-512/256', hash: sha512_256 },
  { oid: '2.16.840.1.101.3.4.2.7', name: 'SHA3-224', engine: 'SHA3-224', hash: sha3_224 },
  { oid: '2.16.840.1.101.3.4.2.8', name: 'SHA3-256', engine: 'SHA3-256', hash: sha3_256 },
  { oid: '2.16.840.1.101.3.4.2.9', name: 'SHA3-384', engine: 'SHA3-384', hash: sha3_384 },
  { oid: '2.16.840.1.101.3.4.2.10', name: 'SHA3-512', engine: 'SHA3-512', hash: sha3_512 },
]
const BY_OID: ReadonlyMap<string, Row> = new Map(DIGESTS.map((row) => [row.oid, row]))

export function hashByOid(oid: string): CHash | undefined {
  return BY_OID.get(oid)?.hash
}

/** The usual name (`SHA-256`) of a digest algorithm; undefined when we do not read it. */
export function digestName(oid: string): string | undefined {
  return BY_OID.get(oid)?.name
}

export function hashNameOf(oid: string): HashName | undefined {
  return BY_OID.get(oid)?.engine
}

/** Digest of octets held in memory; undefined when the algorithm is not read here. Streams are the caller's to digest. */
export function digestOf(oid: string, octets: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const hash = hashByOid(oid)
  return hash && new Uint8Array(hash(octets))
}

/** Digest by lib/trust's name for the algorithm. */
export function engineDigest(name: HashName, octets: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const row = DIGESTS.find((digest) => digest.engine === name)
  return row && new Uint8Array(row.hash(octets))
}
