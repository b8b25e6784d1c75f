import type { NextRequest } from 'next/server'
import { AskedFor } from '@/components/draft/asked-document'
import { DraftFrame } from '@/components/draft/draft-frame'
import { DRAFT_WORDS } from '@/components/draft/words'
import { accountPaths, withReturn } from '@/lib/accounts'
import { paths } from '@/lib/dossiers'
import { disputesOn, issuesOnPage, missingIn, openQuestions, receivingPlaces, savePage } from '@/lib/dossiers/server'
import type { OpenQuestions, PageSaved } from '@/lib/dossiers/server'
import { excerptOf, markOf } from '@/lib/forms'
import type { Page } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { uuid } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { signInAddress } from '../../../../../acting'
import { errorResponse } from '../../../../../error-response'
import { goOn, isByScript } from '../../../../../form-answer'
import { drawn, htmlPage, island, notFoundPage, seeOther, sessionTimer } from '../../../../../html-page'
import { asApplicant } from '../../../../../signed-in'
import { putBackTyping } from '../put-back-typing'
import { sentForm } from '../../../../../sent-form'

/** What a page of a supplement says otherwise than one of a first draft: only what was asked for is open on it. */
function frameOf(opened: OpenQuestions, page: Page, locale: Locale) {
  if (opened.supplement === null) return { lead: page.hint?.[locale] }
  const requested = { documents: opened.documents, missing: missingIn(opened) }
  return { lead: say(DRAFT_WORDS.supplementPageLead, locale), supplement: requested }
}

function itemsOnPage({ supplement }: OpenQuestions, page: Page) {
  const isOn = (ref: string) => page.fields.some(({ id }) => id === ref)
  return supplement?.request.items.filter(({ target, ref }) => target === 'field' && isOn(ref)) ?? []
}

function AskedOnPage({ opened, page, locale }: { opened: OpenQuestions; page: Page; locale: Locale }) {
  return (
    <div className="flex flex-col gap-4 pb-6 empty:hidden">
      {itemsOnPage(opened, page).map((item) => (
        <AskedFor key={item.ref} item={item} locale={locale} />
      ))}
    </div>
  )
}

type Params = { params: Promise<{ id: string; trang: string }> }

/** A page of questions. */
export function GET({ nextUrl }: NextRequest, { params }: Params): Promise<Response> {
  return drawn(async (visit) => {
    const { id, trang } = await params
    const path = paths.draftPage(id, trang)
    const ctx = asApplicant(visit, path)
    if (!uuid.safeParse(id).success) return notFoundPage(visit)
    await putBackTyping(ctx, path, id, (draftId, typed) => savePage(ctx, draftId, trang, typed))
    const opened = await openQuestions(ctx, id)
    if (!opened.ok) return opened.error.code === 'not-found' ? notFoundPage(visit) : seeOther(paths.mine())
    const { journey, supplement } = opened.value
    const page = journey.pages.find((state) => state.page.id === trang)?.page
    if (page === undefined) return supplement === null ? notFoundPage(visit) : seeOther(paths.draftReview(id))
    if (!journey.canVisit(trang)) return seeOther(paths.draft(id))
    const view = await questions(ctx, opened.value, page, nextUrl.searchParams.has('loi'))
    return htmlPage(
      visit,
      <>
        {view}
        {await sessionTimer(visit)}
      </>,
    )
  })
}

async function questions(ctx: Ctx, opened: OpenQuestions, page: Page, isWrong: boolean) {
  const { draft, journey, form, scope, definition, supplement } = opened
  const { locale } = ctx
  const path = paths.draftPage(draft.id, page.id)
  const receiving = await receivingPlaces(ctx, opened, page)
  const pageForm = await island('page-form', {
    ...excerptOf(form, page.id, { ...scope, places: { ...scope.places, receiving } }),
    pageId: page.id,
    submitLabel: supplement === null ? DRAFT_WORDS.next : DRAFT_WORDS.saveAndReturn,
    seen: Object.fromEntries(page.fields.map((field) => [field.id, markOf(draft.answers[field.id])])),
    disputes: disputesOn(opened, page.id, locale),
    issues: isWrong ? await issuesOnPage(ctx, opened, page.id) : [],
    action: path,
    saveUrl: paths.savePage(draft.id, page.id),
    signInHref: withReturn(accountPaths.signIn(), path),
    locale,
  })
  return (
    <DraftFrame
      draftId={draft.id}
      procedureName={definition.name}
      journey={journey}
      current={page.id}
      title={say(page.title, locale)}
      {...frameOf(opened, page, locale)}
      isWrong={isWrong}
      locale={locale}
    >
      <AskedOnPage opened={opened} page={page} locale={locale} />
      {pageForm}
    </DraftFrame>
  )
}

/** Keeps the page and says where to go on: without script as a redirect, with it in words of its own. */
export function POST(request: NextRequest, { params }: Params): Promise<Response> {
  return drawn(async (visit) => {
    const [{ id, trang }, form] = await Promise.all([params, sentForm(request)])
    if (visit.actor.kind === 'anonymous') {
      // With script the page in the browser has kept it all.
      if (isByScript(request)) return errorResponse(visit, { code: 'sign-in-required' })
      return seeOther(await signInAddress(visit, paths.draftPage(id, trang), form))
    }
    const next = uuid.safeParse(id).success
      ? placeAfter(id, trang, await savePage(visit, id, trang, form))
      : paths.mine()
    return goOn(request, next)
  })
}

/** What is wrong is shown on the same page, which has kept it all. */
function placeAfter(id: string, pageId: string, done: Result<PageSaved, DomainError>): string {
  if (!done.ok) return done.error.code === 'invalid-input' ? `${paths.draftPage(id, pageId)}?loi=1` : paths.mine()
  const { next } = done.value
  if (next.kind === 'documents') return paths.draftDocuments(id)
  if (next.kind === 'review') return paths.draftReview(id)
  return paths.draftPage(id, next.kind === 'page' ? next.pageId : pageId)
}
