import { bytesEqual, derCursor, expectTag, readAlgorithm, readOctets, refuse, TAG } from '@/lib/trust'
import type { AlgorithmId, Der } from '@/lib/trust'
import { hashOfHmac, hashOfMac } from './hashes'
import { hmacOf } from './hmac'
import { P12 } from './oids'
import type { PasswordForm } from './passwords'
import { readDerivation } from './pbkdf'
import { pkcs12Derive, PURPOSE } from './pkcs12-kdf'
import type { Means } from './rarities'
import { charge, readRounds, roundsCost } from './work'

type Bytes = Uint8Array<ArrayBuffer>

/** Whether the integrity check holds over `content` under a password in the form that it reads. */
export type MacCheck = {
  readonly form: PasswordForm
  readonly holds: (content: Uint8Array, password: Bytes) => Promise<boolean>
}

/** PBMAC1 (RFC 9579): the length of the key must be said; salt and rounds of MacData do not count. */
function pbmac1(parameters: Der | undefined, expected: Uint8Array, means: Means): MacCheck {
  if (!parameters) return refuse('p12-corrupt', 'PBMAC1 without parameters')
  const cursor = derCursor(expectTag(parameters, TAG.sequence))
  const { derive, keyLength } = readDerivation(readAlgorithm(cursor.next()), means)
  const { oid } = readAlgorithm(cursor.next())
  cursor.end()
  const hash = hashOfHmac(oid) ?? refuse('p12-unsupported', `message authentication by ${oid} is not read`)
  if (keyLength === undefined) return refuse('p12-corrupt', 'PBMAC1 without the length of its key')
  const holds: MacCheck['holds'] = async (content, password) =>
    bytesEqual(hmacOf(hash, await derive(password, keyLength), content), expected)
  return { form: 'plain', holds }
}

type Classic = { algorithm: AlgorithmId; salt: Uint8Array; iterations: number }

function classic({ algorithm, salt, iterations }: Classic, expected: Uint8Array, means: Means): MacCheck {
  const hash = hashOfMac(algorithm.oid, means.rarities)
  const holds: MacCheck['holds'] = (content, password) => {
    charge(means, roundsCost(hash, iterations, hash.outputLen))
    const key = pkcs12Derive({ hash, password, salt, iterations }, PURPOSE.mac, hash.outputLen)
    return Promise.resolve(bytesEqual(hmacOf(hash, key, content), expected))
  }
  return { form: 'unicode', holds }
}

/** MacData (RFC 7292 4). */
export function readMac(node: Der, means: Means): MacCheck {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const digestInfo = derCursor(cursor.next(TAG.sequence))
  const algorithm = readAlgorithm(digestInfo.next())
  const expected = readOctets(digestInfo.next())
  if (algorithm.oid === P12.pbmac1) return pbmac1(algorithm.parameters, expected, means)
  const salt = readOctets(cursor.next())
  const rounds = cursor.maybe(TAG.integer)
  const iterations = rounds ? readRounds(rounds) : 1
  return classic({ algorithm, salt, iterations }, expected, means)
}
