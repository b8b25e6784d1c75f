import { cbc } from '@noble/ciphers/aes.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { der } from '@/lib/trust'
import { P12 } from './oids'
import { passwordReadings } from './passwords'
import type { Password } from './passwords'
import { derivePbkdf2 } from './pbkdf'
import { pkcs12Derive, PURPOSE } from './pkcs12-kdf'

type Bytes = Uint8Array<ArrayBuffer>

export type Pkcs12Contents = {
  /** PrivateKeyInfo, DER. */
  readonly pkcs8: Uint8Array
  readonly certificate: Uint8Array
  readonly chain: readonly Uint8Array[]
  readonly friendlyName?: string
}

export type Pkcs12Locking = {
  readonly password: string
  /** Fresh random octets, at least 80: three salts and two initial vectors are cut from it. */
  readonly random: Uint8Array
  readonly iterations?: number
}

const DEFAULT_ITERATIONS = 100_000
const SALT_OCTETS = 16
const BLOCK_OCTETS = 16
const RANDOM_OCTETS = 3 * SALT_OCTETS + 2 * BLOCK_OCTETS

type Lock = { readonly password: Password; readonly salt: Uint8Array; readonly iv: Uint8Array; readonly rounds: number }

/** PBES2 with PBKDF2-HMAC-SHA-256 and AES-256-CBC (RFC 8018 A.4): the AlgorithmIdentifier and the locked octets. */
async function lock(plain: Uint8Array, { password, salt, iv, rounds }: Lock): Promise<[Bytes, Bytes]> {
  const derivation = { hash: sha256, salt, iterations: rounds }
  const key = await derivePbkdf2(derivation, password.plain, 32)
  const prf = der.sequence(der.oid(P12.hmacSha256), der.nullValue())
  const kdf = der.sequence(der.oid(P12.pbkdf2), der.sequence(der.octetString(salt), der.integer(rounds), prf))
  const cipher = der.sequence(der.oid(P12.aes256Cbc), der.octetString(iv))
  const algorithm = der.sequence(der.oid(P12.pbes2), der.sequence(kdf, cipher))
  return [algorithm, new Uint8Array(cbc(key, new Uint8Array(iv)).encrypt(plain))]
}

function bag(kind: string, value: Uint8Array, attributes: readonly Uint8Array[]): Bytes {
  const tail = attributes.length === 0 ? [] : [der.setOf(...attributes)]
  return der.sequence(der.oid(kind), der.explicit(0, value), ...tail)
}

function names({ certificate, friendlyName }: Pkcs12Contents): Bytes[] {
  const id = der.sequence(der.oid(P12.localKeyId), der.setOf(der.octetString(sha1(certificate))))
  if (friendlyName === undefined) return [id]
  return [id, der.sequence(der.oid(P12.friendlyName), der.setOf(der.bmpString(friendlyName)))]
}

function certificateBag(certificate: Uint8Array, attributes: readonly Uint8Array[]): Bytes {
  const value = der.sequence(der.oid(P12.x509Certificate), der.explicit(0, der.octetString(certificate)))
  return bag(P12.certBag, value, attributes)
}

const dataInfo = (octets: Uint8Array): Bytes =>
  der.sequence(der.oid(P12.data), der.explicit(0, der.octetString(octets)))

function encryptedInfo([algorithm, octets]: [Bytes, Bytes]): Bytes {
  const info = der.sequence(der.oid(P12.data), algorithm, der.implicit(0, octets))
  return der.sequence(der.oid(P12.encryptedData), der.explicit(0, der.sequence(der.integer(0), info)))
}

function macData(content: Uint8Array, { password, salt, rounds }: Omit<Lock, 'iv'>): Bytes {
  const derivation = { hash: sha256, password: password.unicode, salt, iterations: rounds }
  const key = pkcs12Derive(derivation, PURPOSE.mac, 32)
  const algorithm = der.sequence(der.oid(P12.sha256), der.nullValue())
  const digestInfo = der.sequence(algorithm, der.octetString(hmac(sha256, key, content)))
  return der.sequence(digestInfo, der.octetString(salt), der.integer(rounds))
}

/**
 * Writes a PKCS#12 file (RFC 7292) with one key, its certificate and chain, locked by AES-256-CBC under
 * PBKDF2-HMAC-SHA-256 and sealed by HMAC-SHA-256, which OpenSSL 1.1, Windows 10 and Java 8u301 read.
 * Throws RangeError on fewer than 80 octets of `random`: that is the caller's mistake, and a weak file otherwise.
 */
export async function writePkcs12(contents: Pkcs12Contents, locking: Pkcs12Locking): Promise<Bytes> {
  const { random, iterations: rounds = DEFAULT_ITERATIONS } = locking
  if (random.length < RANDOM_OCTETS) throw new RangeError(`writePkcs12 needs ${String(RANDOM_OCTETS)} random octets`)
  const [password] = passwordReadings(locking.password)
  if (!password) throw new RangeError('no reading of the password')
  const cut = (at: number, count: number): Uint8Array => random.slice(at, at + count)
  const attributes = names(contents)
  const certificates = der.sequence(
    certificateBag(contents.certificate, attributes),
    ...contents.chain.map((certificate) => certificateBag(certificate, [])),
  )
  const certificateLock = { password, salt: cut(0, 16), iv: cut(16, 16), rounds }
  const keyLock = { password, salt: cut(32, 16), iv: cut(48, 16), rounds }
  const shrouded = der.sequence(...wrapLocked(await lock(contents.pkcs8, keyLock)))
  const keyContents = der.sequence(bag(P12.shroudedKeyBag, shrouded, attributes))
  const safes = der.sequence(encryptedInfo(await lock(certificates, certificateLock)), dataInfo(keyContents))
  const mac = macData(safes, { password, salt: cut(64, 16), rounds })
  return der.sequence(der.integer(3), dataInfo(safes), mac)
}

function wrapLocked([algorithm, octets]: [Bytes, Bytes]): [Bytes, Bytes] {
  return [algorithm, der.octetString(octets)]
}
