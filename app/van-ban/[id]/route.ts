import { PAPER_WORDS } from '@/components/dossier/words'
import { readablePaper } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'
import { blobResponse } from '../../blob-response'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await requestContext()
  const paper = await readablePaper(ctx, (await params).id)
  if (paper === null) return new Response(null, { status: 404 })
  return blobResponse(ctx, request, {
    ...paper,
    name: `${PAPER_WORDS[paper.kind]?.vi ?? paper.kind} ${paper.code}.pdf`,
    mediaType: 'application/pdf',
  })
}
