import { attempt, contextTag, derCursor, derInner, expectTag, integerValue } from '@/lib/trust'
import { readAlgorithm, readBoolean, readDer, readGeneralName, readInteger, readOctets, readOid } from '@/lib/trust'
import { readSmallInteger, readTime, refuse, smallIntegerValue, TAG } from '@/lib/trust'
import type { Der, GeneralName, Refusal } from '@/lib/trust'
import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { OID } from './oids'
import { parseSignedData } from './signed-data'
import type { SignedData } from './signed-data'

/** TSTInfo (RFC 3161 2.4.2). */
export type TimestampInfo = {
  readonly policy: string
  readonly digestOid: string
  readonly digest: Uint8Array
  readonly serial: bigint
  readonly time: Date
  /** Half width of the interval around `time`, in milliseconds, rounded up; undefined when not stated. */
  readonly accuracyMs: number | undefined
  readonly isOrdered: boolean
  readonly nonce: bigint | undefined
  readonly authority: GeneralName | undefined
}

export type TimestampToken = { readonly info: TimestampInfo; readonly data: SignedData }

function readAccuracy(node: Der): number {
  const cursor = derCursor(node)
  const [seconds, millis, micros] = [
    cursor.maybe(TAG.integer),
    cursor.maybe(contextTag(0, false)),
    cursor.maybe(contextTag(1, false)),
  ].map((part) => (part ? smallIntegerValue(part) : 0))
  cursor.end()
  return (seconds ?? 0) * 1000 + (millis ?? 0) + Math.ceil((micros ?? 0) / 1000)
}

function readInfo(content: Uint8Array): TimestampInfo {
  const cursor = derCursor(readDer(content, TAG.sequence))
  if (readSmallInteger(cursor.next()) !== 1) refuse('tst-version', 'unknown version of the timestamp')
  const policy = readOid(cursor.next())
  const imprint = derCursor(cursor.next(TAG.sequence))
  const digestOid = readAlgorithm(imprint.next()).oid
  const digest = readOctets(imprint.next())
  const serial = integerValue(cursor.next(TAG.integer))
  const time = readTime(expectTag(cursor.next(), TAG.generalizedTime), true)
  const accuracy = cursor.maybe(TAG.sequence)
  const ordering = cursor.maybe(TAG.boolean)
  const nonce = cursor.maybe(TAG.integer)
  const authority = cursor.maybe(contextTag(0))
  cursor.maybe(contextTag(1))
  cursor.end()
  return {
    policy,
    digestOid,
    digest,
    serial,
    time,
    accuracyMs: accuracy && readAccuracy(accuracy),
    isOrdered: ordering ? readBoolean(ordering) : false,
    nonce: nonce && readInteger(nonce),
    authority: authority && readGeneralName(derInner(authority)),
  }
}

/**
 * Reads a TimeStampToken (RFC 3161 2.4.2): SignedData around a TSTInfo; judges nothing.
 * Errors: `tst-not-a-timestamp`, `tst-version`, and those of `parseSignedData`.
 */
export function parseTimestampToken(bytes: Uint8Array): Result<TimestampToken, Refusal> {
  const data = parseSignedData(bytes)
  if (!data.ok) return data
  const { content, contentType } = data.value
  if (contentType !== OID.tstInfo || !content) {
    return err({ code: 'tst-not-a-timestamp', message: `signed content is ${contentType}, not a timestamp` })
  }
  const info = attempt(() => readInfo(content))
  return info.ok ? ok({ info: info.value, data: data.value }) : info
}
