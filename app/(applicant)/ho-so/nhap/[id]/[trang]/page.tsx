import { notFound, redirect } from 'next/navigation'
import { AskedFor } from '@/components/draft/asked-document'
import { DraftFrame } from '@/components/draft/draft-frame'
import { PageForm } from '@/components/draft/page-form'
import { DRAFT_WORDS } from '@/components/draft/words'
import { paths } from '@/lib/dossiers'
import { disputesOn, issuesOnPage, missingIn, receivingPlaces, savePage } from '@/lib/dossiers/server'
import type { OpenDraft } from '@/lib/dossiers/server'
import { excerptOf, markOf } from '@/lib/forms'
import type { Page } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { openedDraft } from '../opened-draft'
import { savedPage, savePageAction } from '../actions'
import { putBackTyping } from '../put-back-typing'

type Props = { params: Promise<{ id: string; trang: string }>; searchParams: Promise<{ loi?: string }> }

/** What a page of a supplement says otherwise than one of a first draft: only what was asked for is open on it. */
function frameOf(opened: OpenDraft, page: Page, locale: Locale) {
  const { supplement, documents } = opened
  if (supplement === null) return { lead: page.hint?.[locale] }
  const asked = { documents, missing: missingIn(opened) }
  return { lead: say(DRAFT_WORDS.supplementPageLead, locale), supplement: asked }
}

function itemsOnPage({ supplement }: OpenDraft, page: Page) {
  const isOn = (ref: string) => page.fields.some(({ id }) => id === ref)
  return supplement?.request.items.filter(({ target, ref }) => target === 'field' && isOn(ref)) ?? []
}

function AskedOnPage({ opened, page, locale }: { opened: OpenDraft; page: Page; locale: Locale }) {
  return (
    <div className="flex flex-col gap-4 pb-6 empty:hidden">
      {itemsOnPage(opened, page).map((item) => (
        <AskedFor key={item.ref} item={item} locale={locale} />
      ))}
    </div>
  )
}

export default async function DraftQuestionsPage({ params, searchParams }: Props) {
  const [{ id, trang }, { loi }] = await Promise.all([params, searchParams])
  const path = paths.draftPage(id, trang)
  await putBackTyping(path, id, (ctx, draftId, typed) => savePage(ctx, draftId, trang, typed))
  const { ctx, opened } = await openedDraft(id, path)
  const { journey, form, scope, definition, supplement } = opened
  const page = journey.pages.find((state) => state.page.id === trang)?.page
  if (page === undefined && supplement !== null) redirect(paths.draftReview(id))
  if (page === undefined) notFound()
  if (!journey.canVisit(trang)) redirect(paths.draft(id))
  const receiving = await receivingPlaces(ctx, opened, page)
  const { locale } = ctx
  return (
    <DraftFrame
      draftId={id}
      procedureName={definition.name}
      journey={journey}
      current={trang}
      title={say(page.title, locale)}
      {...frameOf(opened, page, locale)}
      isWrong={loi !== undefined}
      locale={locale}
    >
      <AskedOnPage opened={opened} page={page} locale={locale} />
      <PageForm
        {...excerptOf(form, trang, { ...scope, places: { ...scope.places, receiving } })}
        page={page}
        submitLabel={supplement === null ? DRAFT_WORDS.next : DRAFT_WORDS.saveAndReturn}
        seen={Object.fromEntries(page.fields.map((field) => [field.id, markOf(opened.draft.answers[field.id])]))}
        disputes={disputesOn(opened, trang, locale)}
        issues={loi === undefined ? [] : issuesOnPage(opened, trang)}
        action={savePageAction.bind(null, id, trang)}
        save={savedPage.bind(null, id, trang)}
        saveUrl={`/api/nhap/${id}/${trang}`}
        signInHref={`/dang-nhap?tiep=${encodeURIComponent(paths.draftPage(id, trang))}`}
        locale={locale}
      />
    </DraftFrame>
  )
}
