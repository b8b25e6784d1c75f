import { redirect } from 'next/navigation'
import { DocumentsPage } from '@/components/draft/documents-page'
import { paths } from '@/lib/dossiers'
import { missingIn } from '@/lib/dossiers/server'
import { refusalIn } from '../../../../../refused-to'
import { detachAction } from '../actions'
import { openedDraft } from '../opened-draft'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | undefined>> }

export default async function DraftDocumentsPage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const { ctx, opened } = await openedDraft(id, paths.draftDocuments(id))
  if (!opened.journey.complete) redirect(paths.draft(id))
  const words = await refusalIn(ctx, asked)
  const refusal = words === null ? null : { requirement: asked['muc'] ?? '', words }
  const unsigned = missingIn(opened).filter(({ code }) => code.startsWith('signature-'))
  const detach = detachAction.bind(null, id)
  return <DocumentsPage {...{ opened, refusal, unsigned, detach, locale: ctx.locale }} />
}
