import { AskedDocument } from '@/components/draft/asked-document'
import { redirect } from 'next/navigation'
import { DocumentsPage } from '@/components/draft/documents-page'
import { paths, planFor } from '@/lib/dossiers'
import { missingIn } from '@/lib/dossiers/server'
import type { OpenSupplement } from '@/lib/dossiers/server'
import type { Locale } from '@/lib/i18n'
import { refusalIn } from '../../../../../address-with-refusal'
import { detachAction, planFileAction } from '../actions'
import { openedDraft } from '../opened-draft'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | undefined>> }

export default async function DraftDocumentsPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams])
  const { ctx, opened } = await openedDraft(id, paths.draftDocuments(id))
  if (!opened.journey.complete) redirect(paths.draft(id))
  const words = await refusalIn(ctx, query)
  const refusal = words === null ? null : { requirement: query['muc'] ?? '', words }
  const missing = missingIn(opened)
  const detach = detachAction.bind(null, id)
  const beside = documentNotes(opened.supplement, planFileAction.bind(null, id), ctx.locale)
  return <DocumentsPage {...{ opened, refusal, missing, detach, beside, locale: ctx.locale }} />
}

/** In a supplement: what was said about each document, and what becomes of the files handed in for it. */
function documentNotes(supplement: OpenSupplement | null, plan: (form: FormData) => Promise<void>, locale: Locale) {
  if (supplement === null) return undefined
  return function Asked(code: string) {
    const item = supplement.request.items.find(({ target, ref }) => target === 'document' && ref === code)
    const earlier = supplement.earlier
      .filter(({ requirementCode }) => requirementCode === code)
      .map((file) => ({ file, plan: planFor(file, supplement) }))
    return <AskedDocument {...{ item, earlier, plan, locale }} />
  }
}
