import { notFound, redirect } from 'next/navigation'
import { DraftFrame } from '@/components/draft/draft-frame'
import { PageForm } from '@/components/draft/page-form'
import { paths } from '@/lib/dossiers'
import { issuesOnPage } from '@/lib/dossiers/server'
import { excerptOf } from '@/lib/forms'
import { say } from '@/lib/i18n'
import { applicantContext } from '../../../../../signed-in'
import { openedDraft } from '../opened-draft'
import { savedPage, savePageAction } from '../actions'
import { putBackTyping } from '../put-back-typing'

type Props = { params: Promise<{ id: string; trang: string }>; searchParams: Promise<{ loi?: string }> }

export default async function DraftQuestionsPage({ params, searchParams }: Props) {
  const [{ id, trang }, { loi }] = await Promise.all([params, searchParams])
  const path = paths.draftPage(id, trang)
  await putBackTyping(await applicantContext(path), id, trang)
  const { ctx, opened } = await openedDraft(id, path)
  const { journey, form, scope, definition } = opened
  const page = journey.pages.find((state) => state.page.id === trang)?.page
  if (page === undefined) notFound()
  if (!journey.canVisit(trang)) redirect(paths.draft(id))
  const { locale } = ctx
  return (
    <DraftFrame
      draftId={id}
      procedureName={definition.name}
      journey={journey}
      current={trang}
      title={say(page.title, locale)}
      lead={page.hint?.[locale]}
      isWrong={loi !== undefined}
      locale={locale}
    >
      <PageForm
        {...excerptOf(form, trang, scope)}
        page={page}
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
