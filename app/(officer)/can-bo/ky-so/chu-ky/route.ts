import { requestContext } from '@/lib/runtime/server'
import { handwritingOf } from '@/lib/signing/server'
import { errorResponse } from '../../../../error-response'

/** The image of the signed-in official's signature, as pixels. */
export async function GET(): Promise<Response> {
  const ctx = await requestContext()
  if (ctx.actor.kind !== 'officer') return errorResponse(ctx, { code: 'sign-in-required' })
  const { rgba } = await handwritingOf(ctx.actor.name)
  const headers = { 'content-type': 'application/octet-stream', 'cache-control': 'private, max-age=600' }
  return new Response(Uint8Array.from(rgba), { headers })
}
