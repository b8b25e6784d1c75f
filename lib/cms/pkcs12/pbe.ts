import { cbc } from '@noble/ciphers/aes.js'
import { md5, sha1 } from '@noble/hashes/legacy.js'
import type { CHash } from '@noble/hashes/utils.js'
import {
  concatBytes,
  derCursor,
  expectTag,
  readAlgorithm,
  readOctets,
  readSmallInteger,
  refuse,
  TAG,
} from '@/lib/trust'
import type { AlgorithmId, Der } from '@/lib/trust'
import { cbcDecrypt } from './block-mode'
import { tripleDesDecryption } from './des'
import { P12 } from './oids'
import type { PasswordForm } from './passwords'
import { readDerivation } from './pbkdf'
import { pkcs12Derive, PURPOSE } from './pkcs12-kdf'
import type { Means } from './rarities'
import { rc2Decryption } from './rc2'
import { rc4 } from './rc4'
import { rehash } from './rehash'
import { blockCost, charge, readRounds, roundsCost } from './work'

type Bytes = Uint8Array<ArrayBuffer>
/** Opens `locked` with a password in the form that it reads; null where that password cannot be right. */
export type Unlock = {
  readonly form: PasswordForm
  readonly open: (locked: Uint8Array, password: Bytes) => Promise<Bytes | null>
}

type Cipher = { keyLength: number; ivLength: number; open: (key: Bytes, iv: Bytes, locked: Uint8Array) => Bytes | null }

function aes(keyLength: number): Cipher {
  const open: Cipher['open'] = (key, iv, locked) => {
    try {
      return new Uint8Array(cbc(key, iv).decrypt(locked))
    } catch {
      return null
    }
  }
  return { keyLength, ivLength: 16, open }
}
const des = (keyLength: number): Cipher => ({
  keyLength,
  ivLength: 8,
  open: (key, iv, locked) => {
    const whole = keyLength === 8 ? concatBytes([key, key, key]) : key
    return cbcDecrypt(tripleDesDecryption(whole), iv, locked)
  },
})
const rc2 = (keyLength: number, bits: number): Cipher => ({
  keyLength,
  ivLength: 8,
  open: (key, iv, locked) => cbcDecrypt(rc2Decryption(key, bits), iv, locked),
})
const stream = (keyLength: number): Cipher => ({
  keyLength,
  ivLength: 0,
  open: (key, _iv, locked) => rc4(key, locked),
})

/** RFC 7292 appendix C: `pbeWithSHAAnd…`. */
const LEGACY: ReadonlyMap<string, Cipher> = new Map([
  ['1.2.840.113549.1.12.1.1', stream(16)],
  ['1.2.840.113549.1.12.1.2', stream(5)],
  ['1.2.840.113549.1.12.1.3', des(24)],
  ['1.2.840.113549.1.12.1.4', des(16)],
  ['1.2.840.113549.1.12.1.5', rc2(16, 128)],
  ['1.2.840.113549.1.12.1.6', rc2(5, 40)],
])
/** RFC 8018 A.3: PBES1, of which old OpenSSL wrote some. */
const PBES1: ReadonlyMap<string, { hash: CHash; cipher: Cipher }> = new Map([
  ['1.2.840.113549.1.5.3', { hash: md5, cipher: des(8) }],
  ['1.2.840.113549.1.5.6', { hash: md5, cipher: rc2(8, 64) }],
  ['1.2.840.113549.1.5.10', { hash: sha1, cipher: des(8) }],
  ['1.2.840.113549.1.5.11', { hash: sha1, cipher: rc2(8, 64) }],
])
const PBES2_CIPHERS: ReadonlyMap<string, Cipher> = new Map([
  [P12.aes128Cbc, aes(16)],
  [P12.aes192Cbc, aes(24)],
  [P12.aes256Cbc, aes(32)],
  [P12.tripleDesCbc, des(24)],
  [P12.desCbc, des(8)],
])

function saltAndRounds(parameters: Der): { salt: Uint8Array; iterations: number } {
  const cursor = derCursor(expectTag(parameters, TAG.sequence))
  const salt = readOctets(cursor.next())
  const iterations = readRounds(cursor.next())
  return { salt, iterations }
}

function legacy(cipher: Cipher, parameters: Der, means: Means): Unlock {
  const { salt, iterations } = saltAndRounds(parameters)
  const open: Unlock['open'] = (locked, password) => {
    const derivation = { hash: sha1, password, salt, iterations }
    for (const length of [cipher.keyLength, cipher.ivLength]) charge(means, roundsCost(sha1, iterations, length))
    const key = pkcs12Derive(derivation, PURPOSE.key, cipher.keyLength)
    const iv = cipher.ivLength === 0 ? new Uint8Array(0) : pkcs12Derive(derivation, PURPOSE.iv, cipher.ivLength)
    return Promise.resolve(cipher.open(key, iv, locked))
  }
  return { form: 'unicode', open }
}

/** PBKDF1 (RFC 8018 5.1): the first half is the key, the second the initial vector. */
function pbes1({ hash, cipher }: { hash: CHash; cipher: Cipher }, parameters: Der, means: Means): Unlock {
  const { salt, iterations } = saltAndRounds(parameters)
  const open: Unlock['open'] = (locked, password) => {
    charge(means, iterations * blockCost(hash))
    const octets = new Uint8Array(rehash(hash, hash(concatBytes([password, salt])), iterations - 1))
    return Promise.resolve(cipher.open(octets.slice(0, 8), octets.slice(8, 16), locked))
  }
  return { form: 'plain', open }
}

const RC2_BITS: ReadonlyMap<number, number> = new Map([
  [160, 40],
  [120, 64],
  [58, 128],
])

/** RC2-CBC-Parameter (RFC 8018 B.2.3): the version is a code for the effective bits. */
function rc2Cipher(parameters: Der, keyLength: number | undefined): { cipher: Cipher; iv: Uint8Array } {
  if (parameters.tag === TAG.octetString) return { cipher: rc2(keyLength ?? 4, 32), iv: readOctets(parameters) }
  const cursor = derCursor(expectTag(parameters, TAG.sequence))
  const version = cursor.maybe(TAG.integer)
  const code = version ? readSmallInteger(version) : 0
  const bits = code === 0 ? 32 : (RC2_BITS.get(code) ?? code)
  if (bits > 1024) refuse('p12-corrupt', 'RC2 with absurd effective bits')
  return { cipher: rc2(keyLength ?? Math.ceil(bits / 8), bits), iv: readOctets(cursor.next()) }
}

type Opener = { readonly keyLength: number; readonly open: (key: Bytes, locked: Uint8Array) => Bytes | null }

function opener({ oid, parameters }: AlgorithmId, keyLength: number | undefined, { rarities }: Means): Opener {
  const rare = rarities.cipher(oid)
  if (rare) {
    const octets = fitting(oid, rare.takesKeyLength ? (keyLength ?? rare.keyLength) : rare.keyLength, keyLength)
    return { keyLength: octets, open: (key, locked) => rare.open(key, parameters, locked) }
  }
  if (oid === P12.rc4) return { keyLength: keyLength ?? 16, open: (key, locked) => rc4(key, locked) }
  const { cipher, iv } = blockCipher({ oid, parameters }, keyLength)
  return { keyLength: cipher.keyLength, open: (key, locked) => cipher.open(key, new Uint8Array(iv), locked) }
}

function fitting(oid: string, length: number, requested: number | undefined): number {
  return requested === undefined || requested === length
    ? length
    : refuse('p12-corrupt', `a key of ${String(requested)} octets for ${oid}`)
}

function blockCipher(
  { oid, parameters }: AlgorithmId,
  keyLength: number | undefined,
): { cipher: Cipher; iv: Uint8Array } {
  if (!parameters) return refuse('p12-unsupported', `encryption by ${oid} without parameters is not read`)
  if (oid === P12.rc2Cbc) return rc2Cipher(parameters, keyLength)
  const cipher = PBES2_CIPHERS.get(oid) ?? refuse('p12-unsupported', `encryption by ${oid} is not read`)
  fitting(oid, cipher.keyLength, keyLength)
  const iv = readOctets(parameters)
  return iv.length === cipher.ivLength ? { cipher, iv } : refuse('p12-corrupt', 'an initial vector of wrong length')
}

function pbes2(parameters: Der, means: Means): Unlock {
  const cursor = derCursor(expectTag(parameters, TAG.sequence))
  const derivation = readDerivation(readAlgorithm(cursor.next()), means)
  const { keyLength, open } = opener(readAlgorithm(cursor.next()), derivation.keyLength, means)
  return { form: 'plain', open: async (locked, password) => open(await derivation.derive(password, keyLength), locked) }
}

/** How to open what this encryption AlgorithmIdentifier locked. Refuses algorithms not read, by name. */
export function unlocking({ oid, parameters }: AlgorithmId, means: Means): Unlock {
  if (!parameters) return refuse('p12-unsupported', `encryption by ${oid} without parameters is not read`)
  if (oid === P12.pbes2) return pbes2(parameters, means)
  const old = LEGACY.get(oid)
  if (old) return legacy(old, parameters, means)
  const older = PBES1.get(oid)
  return older ? pbes1(older, parameters, means) : refuse('p12-unsupported', `encryption by ${oid} is not read`)
}
