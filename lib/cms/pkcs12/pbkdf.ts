import { pbkdf2Async } from '@noble/hashes/pbkdf2.js'
import type { CHash } from '@noble/hashes/utils.js'
import type { AlgorithmId, Der } from '@/lib/trust'
import {
  derCursor,
  expectTag,
  readAlgorithm,
  readOctets,
  readSmallInteger,
  refuse,
  TAG,
  unsharedBytes,
} from '@/lib/trust'
import { hashOfHmac, WEB_NAME } from './hashes'
import { P12 } from './oids'
import type { Means, ScryptCost } from './rarities'
import { isQuick } from './rehash'
import { charge, readRounds, roundsCost } from './work'

type Bytes = Uint8Array<ArrayBuffer>

const MAX_KEY_OCTETS = 512

export type Derivation = {
  /** What the file says the key must measure, where it says so. */
  readonly keyLength: number | undefined
  readonly derive: (password: Uint8Array, length: number) => Promise<Bytes>
}

/** KeyDerivationFunc of PBES2 and PBMAC1: PBKDF2 (RFC 8018 A.2), or scrypt (RFC 7914 7.1) where the runtime adds it. */
export function readDerivation({ oid, parameters }: AlgorithmId, means: Means): Derivation {
  if (parameters && oid === P12.pbkdf2) return readPbkdf2(parameters, means)
  if (parameters && oid === P12.scrypt) return readScrypt(parameters, means)
  return refuse('p12-unsupported', `key derivation by ${oid} is not read`)
}

function readPbkdf2(parameters: Der, means: Means): Derivation {
  const cursor = derCursor(expectTag(parameters, TAG.sequence))
  const salt = readOctets(cursor.next())
  const iterations = readRounds(cursor.next())
  const length = cursor.maybe(TAG.integer)
  const prf = cursor.maybe(TAG.sequence)
  cursor.end()
  const prfOid = prf ? readAlgorithm(prf).oid : P12.hmacSha1
  return { keyLength: length && boundedLength(length), derive: deriving(prfOid, salt, iterations, means) }
}

function deriving(prfOid: string, salt: Uint8Array, iterations: number, means: Means): Derivation['derive'] {
  const hash = hashOfHmac(prfOid)
  if (hash) {
    return (password, length) => {
      charge(means, roundsCost(hash, iterations, length) * roundCost(hash, password))
      return derivePbkdf2({ hash, salt, iterations }, password, length)
    }
  }
  const rare = means.rarities.pbkdf2(prfOid) ?? refuse('p12-unsupported', `key derivation with ${prfOid} is not read`)
  return (password, length) => {
    charge(means, iterations * Math.ceil(length / SHORTEST_RARE))
    return Promise.resolve(rare(password, salt, iterations, length))
  }
}

const SHORTEST_RARE = 16

/** A round is two blocks of the hash; done natively it takes about a quarter of the time, called in script thrice. */
function roundCost(hash: CHash, password: Uint8Array): number {
  if (isNative(hash, password)) return 0.5
  return isQuick(hash) ? 6 : 2
}

function isNative(hash: CHash, password: Uint8Array): boolean {
  return WEB_NAME.has(hash) && password.length > 0
}

/** The octets that blocks may take at a time: a quarter of a gigabyte. */
const MAX_SCRYPT_OCTETS = 2 ** 28

function readScrypt(parameters: Der, means: Means): Derivation {
  const { scrypt } = means.rarities
  if (!scrypt) return refuse('p12-unsupported', 'key derivation by scrypt is not read here')
  const cursor = derCursor(expectTag(parameters, TAG.sequence))
  const salt = readOctets(cursor.next())
  const cost = readCost([cursor.next(), cursor.next(), cursor.next()].map(readSmallInteger))
  const length = cursor.maybe(TAG.integer)
  const derive: Derivation['derive'] = (password, octets) => {
    charge(means, (cost.n * cost.r * cost.p) / 2)
    return Promise.resolve(scrypt(password, salt, cost, octets))
  }
  return { keyLength: length && boundedLength(length), derive }
}

function readCost([n = 0, r = 0, p = 0]: readonly number[]): ScryptCost {
  if (!isScryptCost(n, r, p)) return refuse('p12-corrupt', 'scrypt with a cost that is none')
  return 128 * n * r > MAX_SCRYPT_OCTETS
    ? refuse('p12-iterations', 'scrypt at a cost beyond what is allowed')
    : { n, r, p }
}

function isScryptCost(n: number, r: number, p: number): boolean {
  return n > 1 && Number.isInteger(Math.log2(n)) && r > 0 && p > 0
}

function boundedLength(node: Der): number {
  const length = readSmallInteger(node)
  return length > 0 && length <= MAX_KEY_OCTETS ? length : refuse('p12-corrupt', 'a derived key of absurd length')
}

type Pbkdf2 = { hash: CHash; salt: Uint8Array; iterations: number }

/** PBKDF2 (RFC 8018 5.2), natively where WebCrypto knows the hash. @returns `length` octets */
export async function derivePbkdf2(
  { hash, salt, iterations }: Pbkdf2,
  password: Uint8Array,
  length: number,
): Promise<Bytes> {
  const name = WEB_NAME.get(hash)
  if (name === undefined || password.length === 0) {
    return new Uint8Array(await pbkdf2Async(hash, password, salt, { c: iterations, dkLen: length }))
  }
  const { subtle } = globalThis.crypto
  const key = await subtle.importKey('raw', unsharedBytes(password), 'PBKDF2', false, ['deriveBits'])
  const parameters = { name: 'PBKDF2', hash: name, salt: unsharedBytes(salt), iterations }
  return new Uint8Array(await subtle.deriveBits(parameters, key, length * 8))
}
