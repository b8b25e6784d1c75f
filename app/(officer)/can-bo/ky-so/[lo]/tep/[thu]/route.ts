import { batchBytes } from '@/lib/dossiers/server'
import { savedAs } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'
import { errorResponse } from '../../../../../../error-response'

type Params = { params: Promise<{ lo: string; thu: string }> }

/** The very bytes a leader is asked to sign. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const [{ lo, thu }, ctx] = await Promise.all([params, requestContext()])
  const bytes = await batchBytes(ctx, lo, thu)
  if (!bytes.ok) return errorResponse(ctx, bytes.error)
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': savedAs('Kết quả giải quyết chờ ký.pdf'),
    'cache-control': 'private, no-store',
  }
  return new Response(Uint8Array.from(bytes.value), { headers })
}
