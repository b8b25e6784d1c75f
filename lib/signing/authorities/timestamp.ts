import 'server-only'
import type { TimestampToken } from '@/lib/cms'
import { parseTimestampResponse, parseTimestampToken, timestampRequest, verifyTimestampToken } from '@/lib/cms'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import { nodeEngine } from '@/lib/pades/server'
import type { Ctx } from '@/lib/ports'
import { HASHES } from '@/lib/trust'
import type { TimeRefusal } from './timestamp-words'
import { TIME_REFUSALS, timeRefusalOf } from './timestamp-words'

/** A token further from our own clock than this is not one of now. */
const TOLERANCE_MS = 5 * 60_000

/**
 * Has the configured authority put its time on a SHA-256 digest. What it answers is judged before anybody relies on it:
 * our nonce, our digest, its signature and purpose, and a time that is now. Whether it is trusted is for the verdict.
 */
export async function timestampOn(
  ctx: Pick<Ctx, 'ports' | 'now' | 'random' | 'locale'>,
  digest: Uint8Array,
): Promise<Result<Uint8Array, DomainError>> {
  const nonce = ctx.random(8)
  const answer = await ctx.ports.timestamps.ask(timestampRequest({ digest, algorithm: 'SHA-256', nonce }))
  if (answer === null) return err({ code: 'timestamp-unavailable' })
  const bytes = parseTimestampResponse(answer)
  if (!bytes.ok) return refuse(ctx, bytes.error.code === 'tsp-rejected' ? 'rejected' : 'unreadable')
  const token = parseTimestampToken(bytes.value)
  if (!token.ok) return refuse(ctx, 'unreadable')
  const fault = await faultOf(token.value, { digest, nonce, now: ctx.now })
  return fault === null ? bytes : refuse(ctx, fault)
}

function refuse({ locale }: Pick<Ctx, 'locale'>, because: TimeRefusal): Result<never, DomainError> {
  return err({ code: 'timestamp-refused', detail: { reason: TIME_REFUSALS[because][locale] } })
}

type TimestampQuestion = { digest: Uint8Array; nonce: Uint8Array; now: Date }

async function faultOf(token: TimestampToken, { digest, nonce, now }: TimestampQuestion): Promise<TimeRefusal | null> {
  const imprint = (oid: string) => (oid === HASHES['SHA-256'].oid ? digest : undefined)
  const { faults, isIntact } = await verifyTimestampToken({ token, imprint, nonce }, nodeEngine)
  const [first] = faults
  if (first !== undefined) return timeRefusalOf(first)
  if (!isIntact) return 'signature'
  return Math.abs(token.info.time.getTime() - now.getTime()) > TOLERANCE_MS ? 'clock' : null
}

/** What a browser asks for: 32 octets. */
const DIGEST_OCTETS = 32

export function readDigest(body: ArrayBuffer): Result<Uint8Array, DomainError> {
  return body.byteLength === DIGEST_OCTETS ? ok(new Uint8Array(body)) : err({ code: 'invalid-input' })
}
