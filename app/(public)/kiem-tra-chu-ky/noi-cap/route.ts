import { requestContext } from '@/lib/runtime/server'
import { issuersWanted } from '@/lib/signing'
import { findIssuers, mayAsk } from '@/lib/signing/server'
import { errorResponse } from '../../../error-response'

/** Issuers' certificates a file lacks: asked by a browser that judges it by itself. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await requestContext()
  if (!mayAsk(ctx, request)) return errorResponse(ctx, { code: 'too-many-requests', detail: { seconds: 60 } })
  const parsed = issuersWanted.safeParse(await request.json().catch(() => null))
  if (!parsed.success) return new Response(null, { status: 400 })
  return Response.json(await findIssuers(ctx, parsed.data), { headers: { 'cache-control': 'no-store' } })
}
