import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js'
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js'
import type { CHash } from '@noble/hashes/utils.js'
import { refuse } from '@/lib/trust'
import { hashByOid } from '../digest'
import type { Digest, Rarities } from './rarities'

const MD5 = '1.2.840.113549.2.5'
const SHA512_224 = '2.16.840.1.101.3.4.2.5'

const PRF: ReadonlyMap<string, CHash> = new Map<string, CHash>([
  ['1.2.840.113549.2.7', sha1],
  ['1.2.840.113549.2.8', sha224],
  ['1.2.840.113549.2.9', sha256],
  ['1.2.840.113549.2.10', sha384],
  ['1.2.840.113549.2.11', sha512],
  ['1.2.840.113549.2.12', sha512_224],
  ['1.2.840.113549.2.13', sha512_256],
  ['2.16.840.1.101.3.4.2.13', sha3_224],
  ['2.16.840.1.101.3.4.2.14', sha3_256],
  ['2.16.840.1.101.3.4.2.15', sha3_384],
  ['2.16.840.1.101.3.4.2.16', sha3_512],
])

/** The hash of an HMAC identifier, as PBKDF2 and PBMAC1 name it; undefined where it is not built in. */
export function hashOfHmac(oid: string): CHash | undefined {
  return PRF.get(oid)
}

/** The hash of the classic integrity check; MD5 stands in files of the 1990s and decides nothing but the password. */
export function hashOfMac(oid: string, rarities: Rarities): Digest {
  const old = oid === MD5 ? md5 : oid === SHA512_224 ? sha512_224 : undefined
  const hash = old ?? hashByOid(oid) ?? rarities.digest(oid)
  return hash ?? refuse('p12-unsupported', `the integrity digest ${oid} is not read`)
}

/** Names by which WebCrypto knows a hash; the others are computed here. */
export const WEB_NAME: ReadonlyMap<CHash, string> = new Map<CHash, string>([
  [sha1, 'SHA-1'],
  [sha256, 'SHA-256'],
  [sha384, 'SHA-384'],
  [sha512, 'SHA-512'],
])
