import { requestContext } from '@/lib/runtime/server'
import { readDigest, timestampOn } from '@/lib/signing/server'
import { errorResponse } from '../../../error-response'

/** Passes a SHA-256 digest to the timestamping authority, which browsers may not call, and gives back its token. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await requestContext()
  if (ctx.actor.kind === 'anonymous') return errorResponse(ctx, { code: 'sign-in-required' })
  const digest = readDigest(await request.arrayBuffer())
  const token = digest.ok ? await timestampOn(ctx, digest.value) : digest
  if (!token.ok) return errorResponse(ctx, token.error)
  return new Response(Uint8Array.from(token.value), { headers: { 'content-type': 'application/timestamp-token' } })
}
