import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import type { HashEngine, Hasher } from './hashing'

const NAMES: Record<string, string> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '1.3.36.3.2.1': 'ripemd160',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.5': 'sha512-224',
  '2.16.840.1.101.3.4.2.6': 'sha512-256',
  '2.16.840.1.101.3.4.2.7': 'sha3-224',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
}

function hasherOf(hash: Hash): Hasher {
  return {
    update: (bytes) => void hash.update(bytes),
    copy: () => Promise.resolve(hasherOf(hash.copy())),
    digest: () => new Uint8Array(hash.digest()),
  }
}

/** Streaming digests by node:crypto: the fast engine of servers and the command line. */
export const nodeHashes: HashEngine = (oid) => {
  const name = NAMES[oid]
  return Promise.resolve(name === undefined ? undefined : hasherOf(createHash(name)))
}
