import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { paths } from '@/lib/dossiers'
import { openDraft } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import { applicantContext } from '../../../../signed-in'

/** The draft a page is about; a foreign one is not found, a closed one leads to the list. */
export async function openedDraft(id: string, path: string) {
  const ctx = await applicantContext(path)
  const opened = uuid.safeParse(id).success ? await openDraft(ctx, id) : null
  if (opened === null || (!opened.ok && opened.error.code === 'not-found')) notFound()
  if (!opened.ok) redirect(paths.mine())
  return { ctx, opened: opened.value }
}
