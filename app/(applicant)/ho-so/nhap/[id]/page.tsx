import { redirect } from 'next/navigation'
import { paths } from '@/lib/dossiers'
import { openedDraft } from './opened-draft'

/** Where a draft goes on: the first page still unanswered, then the documents. */
export default async function DraftPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { opened } = await openedDraft(id, paths.draft(id))
  const page = opened.journey.firstUnanswered
  redirect(page === undefined ? paths.draftDocuments(id) : paths.draftPage(id, page))
}
