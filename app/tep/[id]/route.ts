import { readableFile, recordFileOpened } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'
import { blobResponse } from '../../blob-response'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await requestContext()
  const file = await readableFile(ctx, (await params).id)
  if (file === null) return new Response(null, { status: 404 })
  await recordFileOpened(ctx, file)
  return blobResponse(ctx, request, file)
}
