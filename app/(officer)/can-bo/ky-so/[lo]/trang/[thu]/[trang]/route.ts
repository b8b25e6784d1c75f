import { batchPicture } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'

type Params = { params: Promise<{ lo: string; thu: string; trang: string }> }

/** A picture of one page (from 0) of a result as its leader is shown it. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const [{ lo, thu, trang }, ctx] = await Promise.all([params, requestContext()])
  const picture = /^\d{1,3}$/.test(trang) ? await batchPicture(ctx, lo, thu, Number(trang)) : null
  if (picture === null) return new Response(null, { status: 404 })
  const headers = { 'content-type': 'image/webp', 'cache-control': 'private, max-age=3600' }
  return new Response(Uint8Array.from(picture), { headers: { ...headers, 'x-content-type-options': 'nosniff' } })
}
