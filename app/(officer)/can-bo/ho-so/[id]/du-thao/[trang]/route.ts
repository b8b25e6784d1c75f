import { draftPicture } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'

type Params = { params: Promise<{ id: string; trang: string }> }

/** A picture of one page (from 0) of the proposal as a paper. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const [{ id, trang }, ctx] = await Promise.all([params, requestContext()])
  const picture = /^\d{1,3}$/.test(trang) ? await draftPicture(ctx, id, Number(trang)) : null
  if (picture === null) return new Response(null, { status: 404 })
  const headers = { 'content-type': 'image/webp', 'cache-control': 'private, no-store' }
  return new Response(Uint8Array.from(picture), { headers: { ...headers, 'x-content-type-options': 'nosniff' } })
}
