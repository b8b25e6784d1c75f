import { redirect } from 'next/navigation'
import { ReviewPage } from '@/components/draft/review-page'
import { SupplementPage } from '@/components/draft/supplement-page'
import { paths } from '@/lib/dossiers'
import { contentMark, explainItem, missingIn, reviewOf, roundInBuffer } from '@/lib/dossiers/server'
import { explainAction, submitAction } from '../actions'
import { applicantContext } from '../../../../../signed-in'
import { openedDraft } from '../opened-draft'
import { putBackTyping } from '../put-back-typing'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ con?: string }> }

export default async function DraftReviewPage({ params, searchParams }: Props) {
  const [{ id }, { con }] = await Promise.all([params, searchParams])
  const path = paths.draftReview(id)
  const applicant = await applicantContext(path)
  const refused = await putBackTyping(applicant, path, id, (draftId, form) => explainItem(applicant, draftId, form))
  const { ctx, opened } = await openedDraft(id, path)
  if (!opened.journey.complete) redirect(paths.draft(id))
  const submission = { dossierId: opened.draft.dossierId, content: contentMark(opened) }
  const submit = submitAction.bind(null, id, submission)
  const shared = { opened, submit, locale: ctx.locale }
  const { supplement } = opened
  if (supplement === null) return <ReviewPage {...shared} {...reviewOf(ctx, opened)} isStillToDo={con !== undefined} />
  const round = await roundInBuffer(ctx, { ...opened, supplement })
  const explain = explainAction.bind(null, id)
  return <SupplementPage {...shared} round={round} missing={missingIn(opened)} explain={explain} refused={refused} />
}
