import { draftPaper } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'
import { blobResponse } from '../../../../../blob-response'

type Params = { params: Promise<{ id: string }> }

/** The proposal set as the paper it would become. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const [{ id }, ctx] = await Promise.all([params, requestContext()])
  const paper = await draftPaper(ctx, id)
  if (paper === null) return new Response(null, { status: 404 })
  return blobResponse(ctx, request, { ...paper, name: 'Dự thảo kết quả giải quyết.pdf', mediaType: 'application/pdf' })
}
