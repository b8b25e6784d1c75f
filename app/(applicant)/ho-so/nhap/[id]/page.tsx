import { redirect } from 'next/navigation'
import { paths } from '@/lib/dossiers'
import { placeToGoOn } from '@/lib/dossiers/server'
import { openedDraft } from './opened-draft'

/** The address of a draft alone leads to where it goes on. */
export default async function DraftPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { opened } = await openedDraft(id, paths.draft(id))
  redirect(placeToGoOn(opened))
}
