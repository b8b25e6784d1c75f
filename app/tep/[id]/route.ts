import { attachmentPaths } from '@/lib/attachments'
import { readableFile, recordFileOpened } from '@/lib/dossiers/server'
import { readingContext } from '../../acting'
import { blobResponse } from '../../blob-response'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const ctx = await readingContext(attachmentPaths.file(id))
  const file = await readableFile(ctx, id)
  if (file === null) return new Response(null, { status: 404 })
  await recordFileOpened(ctx, file)
  return blobResponse(ctx, request, file)
}
