import { previewOf, PREVIEW_WIDTHS } from '@/lib/attachments/server'
import { readableFile } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'

type Params = { params: Promise<{ id: string; trang: string }> }

/** A picture of one page (from 0) of a file the viewer may open. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { id, trang } = await params
  const asked = Number(new URL(request.url).searchParams.get('rong'))
  const width = PREVIEW_WIDTHS.find((one) => one === asked) ?? PREVIEW_WIDTHS[0]
  const page = /^\d{1,4}$/.test(trang) ? Number(trang) : -1
  const ctx = await requestContext()
  const file = page < 0 ? null : await readableFile(ctx, id)
  const picture = file === null ? null : await previewOf(ctx, file, page, width)
  if (picture === null) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(picture), {
    headers: {
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=3600',
      'x-content-type-options': 'nosniff',
    },
  })
}
