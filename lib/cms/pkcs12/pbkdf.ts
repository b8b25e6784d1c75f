import { pbkdf2Async } from '@noble/hashes/pbkdf2.js'
import type { CHash } from '@noble/hashes/utils.js'
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
import type { AlgorithmId, Der } from '@/lib/trust'
import { hashOfHmac, WEB_NAME } from './hashes'
import { P12 } from './oids'

/** More rounds than any tool writes; beyond, a hostile file would hold the reader's machine. */
export const MAX_ITERATIONS = 10_000_000
const MAX_KEY_OCTETS = 512

/** Rounds spent so far on one file, so that many bags cannot add up to what one may not ask for. */
export type Budget = { spent: number }

export function spend(budget: Budget, iterations: number): number {
  budget.spent += iterations
  if (iterations < 1) refuse('p12-corrupt', 'an iteration count below one')
  if (budget.spent > 2 * MAX_ITERATIONS || iterations > MAX_ITERATIONS) {
    refuse(
      'p12-iterations',
      `asks for ${String(iterations)} rounds of key derivation; ${String(MAX_ITERATIONS)} are allowed`,
    )
  }
  return iterations
}

export type Pbkdf2 = { hash: CHash; salt: Uint8Array; iterations: number; keyLength: number | undefined }

/** PBKDF2-params (RFC 8018 A.2). */
export function readPbkdf2({ oid, parameters }: AlgorithmId, budget: Budget): Pbkdf2 {
  if (oid !== P12.pbkdf2 || !parameters) return refuse('p12-unsupported', `key derivation by ${oid} is not read`)
  const cursor = derCursor(expectTag(parameters, TAG.sequence))
  const salt = readOctets(cursor.next())
  const iterations = spend(budget, readSmallInteger(cursor.next()))
  const length = cursor.maybe(TAG.integer)
  const prf = cursor.maybe(TAG.sequence)
  cursor.end()
  const keyLength = length && boundedLength(length)
  return { hash: hashOfHmac(prf ? readAlgorithm(prf).oid : P12.hmacSha1), salt, iterations, keyLength }
}

function boundedLength(node: Der): number {
  const length = readSmallInteger(node)
  return length > 0 && length <= MAX_KEY_OCTETS ? length : refuse('p12-corrupt', 'a derived key of absurd length')
}

/** PBKDF2 (RFC 8018 5.2), natively where WebCrypto knows the hash. @returns `length` octets */
export async function derivePbkdf2(
  { hash, salt, iterations }: Pbkdf2,
  password: Uint8Array,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const name = WEB_NAME.get(hash)
  if (name === undefined || password.length === 0) {
    return new Uint8Array(await pbkdf2Async(hash, password, salt, { c: iterations, dkLen: length }))
  }
  const { subtle } = globalThis.crypto
  const key = await subtle.importKey('raw', unsharedBytes(password), 'PBKDF2', false, ['deriveBits'])
  const parameters = { name: 'PBKDF2', hash: name, salt: unsharedBytes(salt), iterations }
  return new Uint8Array(await subtle.deriveBits(parameters, key, length * 8))
}
