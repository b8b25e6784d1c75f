import { redirect } from 'next/navigation'
import { DiscardDraft } from '@/components/dossier/discard-draft'
import { paths } from '@/lib/dossiers'
import { draftLine } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import { applicantContext } from '../../../../../signed-in'
import { discardDraftAction } from '../../../actions'

/** Asks before a draft is discarded. */
export default async function DiscardDraftPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const ctx = await applicantContext(paths.discardDraft(id))
  const draft = uuid.safeParse(id).success ? await draftLine(ctx, id) : null
  if (draft === null || draft.isDiscarded) redirect(paths.mine())
  return <DiscardDraft draft={draft} discard={discardDraftAction.bind(null, id)} locale={ctx.locale} />
}
