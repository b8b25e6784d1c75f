import type { NextRequest } from 'next/server'
import { paths } from '@/lib/dossiers'
import { explainItem, WISH_SECONDS } from '@/lib/dossiers/server'
import { cookieRules } from '@/lib/accounts/server'
import { errorAnswer } from '@/lib/errors'
import { typedValues } from '@/lib/kernel'
import { requestCookies } from '@/lib/runtime/server'
import { signInAddress } from '../../../../../acting'
import { errorResponse } from '../../../../../error-response'
import { goOn, isByScript } from '../../../../../form-answer'
import { drawn, htmlPage, sessionTimer } from '../../../../../html-page'
import type { Visit } from '../../../../../html-page'
import { asApplicant } from '../../../../../signed-in'
import { drawAnsweredDraft } from '../draw-draft'
import { putBackTyping } from '../put-back-typing'
import { sendReviewForm, typedForm } from '../review-forms'
import { reviewView } from '../review-view'
import type { Sending } from '../review-view'
import { WISH_COOKIE } from '../wish-cookie'
import { sentForm } from '../../../../../sent-form'

type Params = { params: Promise<{ id: string }> }

/** Everything once more before it is handed in; in a supplement, what was asked for. */
export function GET({ nextUrl }: NextRequest, { params }: Params): Promise<Response> {
  return drawn(async (visit) => {
    const { id } = await params
    const path = paths.draftReview(id)
    const ctx = asApplicant(visit, path)
    const refused = await putBackTyping(ctx, path, id, (draftId, form) => explainItem(ctx, draftId, form))
    return reviewPage(visit, id, { refused, isStillToDo: nextUrl.searchParams.has('con') })
  })
}

function reviewPage(visit: Visit, id: string, sending: Sending): Promise<Response> {
  return drawAnsweredDraft(visit, { id, path: paths.draftReview(id) }, async (draft) => {
    const view = await reviewView(draft, sending)
    const status = sending.refused === null ? 200 : errorAnswer(sending.refused.error, visit.locale).status
    return htmlPage(
      visit,
      <>
        {view}
        {await sessionTimer(visit)}
      </>,
      status,
    )
  })
}

/** Takes the forms of its page. What is refused is told on it, drawn again with all that was typed: no address could carry that. */
export function POST(request: NextRequest, { params }: Params): Promise<Response> {
  return drawn(async (visit) => {
    const [{ id }, form] = await Promise.all([params, sentForm(request)])
    if (visit.actor.kind === 'anonymous')
      return goOn(request, await signInAddress(visit, paths.draftReview(id), typedForm(form)))
    const sent = await sendReviewForm(visit, id, form)
    if (!sent.ok && isByScript(request)) return errorResponse(visit, sent.error)
    if (!sent.ok)
      return reviewPage(visit, id, { refused: { error: sent.error, values: typedValues(form) }, isStillToDo: false })
    const { next, wish } = sent.value
    if (wish !== null) await keepWish(id, wish)
    return goOn(request, next)
  })
}

async function keepWish(draftId: string, token: string): Promise<void> {
  const jar = await requestCookies()
  jar.set(WISH_COOKIE, token, { ...cookieRules(), path: paths.submitAfterStepUp(draftId), maxAge: WISH_SECONDS })
}
