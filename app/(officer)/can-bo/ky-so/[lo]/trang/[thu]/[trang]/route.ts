import { batchPicture } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'
import { previewResponse } from '../../../../../../../preview-response'

type Params = { params: Promise<{ lo: string; thu: string; trang: string }> }

/** A picture of one page (from 0) of a result as its leader is shown it. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const [{ lo, thu, trang }, ctx] = await Promise.all([params, requestContext()])
  if (!/^\d{1,3}$/.test(trang)) return new Response(null, { status: 404 })
  return previewResponse(await batchPicture(ctx, lo, thu, Number(trang)), 1240, ctx.locale)
}
