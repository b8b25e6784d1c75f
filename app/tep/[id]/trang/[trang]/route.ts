import { previewOf, PREVIEW_WIDTHS } from '@/lib/attachments/server'
import { readableFile } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'
import { previewResponse } from '../../../../preview-response'

type Params = { params: Promise<{ id: string; trang: string }> }

/** A picture of one page (from 0) of a file the viewer may open. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { id, trang } = await params
  const wantedWidth = Number(new URL(request.url).searchParams.get('rong'))
  const width = PREVIEW_WIDTHS.find((allowed) => allowed === wantedWidth) ?? PREVIEW_WIDTHS[0]
  const ctx = await requestContext()
  const file = /^\d{1,4}$/.test(trang) ? await readableFile(ctx, id) : null
  if (file === null) return new Response(null, { status: 404 })
  return previewResponse(await previewOf(ctx, file, Number(trang), width), width, ctx.locale)
}
