import { redirect } from 'next/navigation'
import { ReviewPage } from '@/components/draft/review-page'
import { SupplementPage } from '@/components/draft/supplement-page'
import { paths } from '@/lib/dossiers'
import { missingIn, reviewOf, roundInBuffer } from '@/lib/dossiers/server'
import { explainAction, submitAction } from '../actions'
import { openedDraft } from '../opened-draft'

export default async function DraftReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { ctx, opened } = await openedDraft(id, paths.draftReview(id))
  if (!opened.journey.complete) redirect(paths.draft(id))
  const shared = { opened, submit: submitAction.bind(null, id, opened.draft.dossierId), locale: ctx.locale }
  const { supplement } = opened
  if (supplement === null) return <ReviewPage {...shared} {...reviewOf(ctx, opened)} />
  const round = await roundInBuffer(ctx, { ...opened, supplement })
  return <SupplementPage {...shared} round={round} missing={missingIn(opened)} explain={explainAction.bind(null, id)} />
}
