import { attempt, der, derBytes, derChildren, derCursor, expectTag } from '@/lib/trust'
import { readBitString, readDer, readSmallInteger, readString, refuse, TAG } from '@/lib/trust'
import type { Der, Refusal } from '@/lib/trust'
import type { Result } from '@/lib/kernel'
import { digestAlgorithmDer } from './build'
import { unsignedInteger } from './plain-ecdsa'
import type { SigningDigest } from './build'

export type TimestampRequest = {
  readonly digest: Uint8Array
  readonly algorithm: SigningDigest
  /** Unsigned number, at most 20 octets; the answer must repeat it. */
  readonly nonce?: Uint8Array
  readonly policy?: string
}

/** TimeStampReq (RFC 3161 2.4.1), asking for the authority's certificates. Send as `application/timestamp-query`. */
export function timestampRequest({ digest, algorithm, nonce, policy }: TimestampRequest): Uint8Array<ArrayBuffer> {
  return der.sequence(
    der.integer(1),
    der.sequence(digestAlgorithmDer(algorithm), der.octetString(digest)),
    ...(policy === undefined ? [] : [der.oid(policy)]),
    ...(nonce ? [unsignedInteger(nonce)] : []),
    der.boolean(true),
  )
}

const FAILURES: ReadonlyMap<number, string> = new Map([
  [0, 'badAlg'],
  [2, 'badRequest'],
  [5, 'badDataFormat'],
  [14, 'timeNotAvailable'],
  [15, 'unacceptedPolicy'],
  [16, 'unacceptedExtension'],
  [17, 'addInfoNotAvailable'],
  [25, 'systemFailure'],
])

function failureText(info: Der, status: number): string {
  const cursor = derCursor(info)
  cursor.next(TAG.integer)
  const words = cursor.maybe(TAG.sequence)
  const bits = cursor.maybe(TAG.bitString)
  const octets = bits ? readBitString(bits).bytes : new Uint8Array(0)
  const names = [...FAILURES].filter(([bit]) => ((octets[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0)
  const statusTexts = words ? derChildren(words).map(readString) : []
  return [`status ${String(status)}`, ...names.map(([, name]) => name), ...statusTexts].join(', ')
}

/**
 * TimeStampResp (RFC 3161 2.4.2).
 * @returns the token, a ContentInfo in DER; still to be judged by `verifyTimestampToken`
 * Errors: `tsp-rejected` with the authority's own reasons, `tsp-no-token`, and `der-…` for other bytes.
 */
export function parseTimestampResponse(bytes: Uint8Array): Result<Uint8Array, Refusal> {
  return attempt(() => {
    const cursor = derCursor(readDer(bytes, TAG.sequence))
    const info = expectTag(cursor.next(), TAG.sequence)
    const status = readSmallInteger(derCursor(info).next())
    if (status > 1) refuse('tsp-rejected', failureText(info, status))
    const token = cursor.maybe(TAG.sequence)
    cursor.end()
    return token ? derBytes(token) : refuse('tsp-no-token', 'granted, yet no token')
  })
}
