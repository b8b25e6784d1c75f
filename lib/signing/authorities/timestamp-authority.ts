import 'server-only'
import { parseTimestampToken } from '@/lib/cms'
import type { DomainError } from '@/lib/kernel'
import type { TimestampAuthority } from '@/lib/pades'
import type { Ctx } from '@/lib/ports'
import { timestampOn } from './timestamp'

/** The configured authority for work nobody waits at: what cannot be had throws, so that the work comes again. */
export function timestampAuthorityForJob(ctx: Ctx): { authority: TimestampAuthority; latest(): Date } {
  let latest = ctx.now
  return {
    latest: () => latest,
    authority: {
      async stamp(digest) {
        const token = await timestampOn(ctx, digest)
        if (!token.ok) throw new Error(`${token.error.code} ${String(token.error.detail?.['reason'] ?? '')}`.trim())
        const parsed = parseTimestampToken(token.value)
        if (parsed.ok && parsed.value.info.time > latest) latest = parsed.value.info.time
        return token.value
      },
    },
  }
}

/** The timestamping authority as lib/pades calls it, with what it refused kept for the person's message. */
export function timestampAuthorityForPerson(ctx: Ctx) {
  const refused: DomainError[] = []
  const stamp = async (digest: Uint8Array) => {
    const stamped = await timestampOn(ctx, digest)
    if (stamped.ok) return stamped.value
    refused.push(stamped.error)
    throw new Error(stamped.error.code)
  }
  return { authority: { stamp }, refusal: () => refused[0] }
}
