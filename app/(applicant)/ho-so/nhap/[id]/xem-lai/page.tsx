import { redirect } from 'next/navigation'
import { ReviewPage } from '@/components/draft/review-page'
import { paths } from '@/lib/dossiers'
import { reviewOf } from '@/lib/dossiers/server'
import { submitAction } from '../actions'
import { openedDraft } from '../opened-draft'

export default async function DraftReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { ctx, opened } = await openedDraft(id, paths.draftReview(id))
  if (!opened.journey.complete) redirect(paths.draft(id))
  const review = await reviewOf(ctx, opened)
  return (
    <ReviewPage
      opened={opened}
      {...review}
      submit={submitAction.bind(null, id, opened.draft.dossierId)}
      locale={ctx.locale}
    />
  )
}
