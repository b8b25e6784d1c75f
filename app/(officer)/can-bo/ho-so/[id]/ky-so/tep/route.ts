import { frozenBytes } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'
import { errorResponse } from '../../../../../../error-response'

/** The very bytes a leader is asked to sign. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [{ id }, ctx] = await Promise.all([params, requestContext()])
  const bytes = await frozenBytes(ctx, id)
  if (!bytes.ok) return errorResponse(ctx, bytes.error)
  const headers = { 'content-type': 'application/pdf', 'cache-control': 'private, no-store' }
  return new Response(Uint8Array.from(bytes.value), { headers })
}
