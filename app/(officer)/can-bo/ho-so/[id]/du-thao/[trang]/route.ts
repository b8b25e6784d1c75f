import { draftPicture } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'
import { previewResponse } from '../../../../../../preview-response'

type Params = { params: Promise<{ id: string; trang: string }> }

/** A picture of one page (from 0) of the proposal as a paper. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const [{ id, trang }, ctx] = await Promise.all([params, requestContext()])
  if (!/^\d{1,3}$/.test(trang)) return new Response(null, { status: 404 })
  const response = previewResponse(await draftPicture(ctx, id, Number(trang)), 1240, ctx.locale)
  response.headers.set('cache-control', 'private, no-store')
  return response
}
