import { PAPER_WORDS } from '@/components/dossier/words'
import { paths } from '@/lib/dossiers'
import { readablePaper } from '@/lib/dossiers/server'
import { readingContext } from '../../acting'
import { blobResponse } from '../../blob-response'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const ctx = await readingContext(paths.issuedDocument(id))
  const paper = await readablePaper(ctx, id)
  if (paper === null) return new Response(null, { status: 404 })
  return blobResponse(ctx, request, {
    ...paper,
    name: `${PAPER_WORDS[paper.kind]?.vi ?? paper.kind} ${paper.code}.pdf`,
    mediaType: 'application/pdf',
  })
}
