import type { NextRequest } from 'next/server'
import type { ReactNode } from 'react'
import { AskedDocument } from '@/components/draft/asked-document'
import { acceptOf, DocumentsPage } from '@/components/draft/documents-page'
import { paths, planFor } from '@/lib/dossiers'
import { missingIn } from '@/lib/dossiers/server'
import type { OpenDraft, OpenSupplement } from '@/lib/dossiers/server'
import type { Locale } from '@/lib/i18n'
import { signInAddress } from '../../../../../acting'
import { refusalIn } from '../../../../../address-with-refusal'
import { goOn } from '../../../../../form-answer'
import { drawn, htmlPage, island, sessionTimer } from '../../../../../html-page'
import { sendDocumentsForm } from '../documents-forms'
import { drawAnsweredDraft } from '../draw-draft'
import { sentForm } from '../../../../../sent-form'

type Params = { params: Promise<{ id: string }> }

/** The documents of a draft, with room for the files of each. */
export function GET({ nextUrl }: NextRequest, { params }: Params): Promise<Response> {
  return drawn(async (visit) => {
    const { id } = await params
    return drawAnsweredDraft(visit, { id, path: paths.draftDocuments(id) }, async ({ ctx, opened }) => {
      const query = Object.fromEntries(nextUrl.searchParams)
      const [words, uploads] = await Promise.all([refusalIn(ctx, query), uploadBoxes(opened, ctx.locale)])
      const refusal = words === null ? null : { requirement: query['muc'] ?? '', words }
      const beside = documentNotes(id, opened.supplement, ctx.locale)
      const missing = missingIn(opened)
      return htmlPage(
        visit,
        <>
          <DocumentsPage {...{ opened, refusal, missing, uploads, beside, locale: ctx.locale }} />
          {await sessionTimer(visit)}
        </>,
      )
    })
  })
}

/** Takes the forms of its page. What cannot be done any more is seen on the page as it is by now. */
export function POST(request: NextRequest, { params }: Params): Promise<Response> {
  return drawn(async (visit) => {
    const [{ id }, form] = await Promise.all([params, sentForm(request)])
    const path = paths.draftDocuments(id)
    if (visit.actor.kind === 'anonymous') return goOn(request, await signInAddress(visit, path))
    await sendDocumentsForm(visit, id, form)
    return goOn(request, path)
  })
}

async function uploadBoxes({ draft, documents }: OpenDraft, locale: Locale): Promise<Map<string, ReactNode>> {
  const uploaded = documents.filter(({ origin }) => origin === 'upload')
  const boxes = uploaded.map(async (document): Promise<[string, ReactNode]> => {
    const accept = acceptOf(document)
    const box = await island('upload-box', { draftId: draft.id, requirement: document.code, accept, locale })
    return [document.code, box]
  })
  return new Map(await Promise.all(boxes))
}

/** In a supplement: what was said about each document, and what becomes of the files handed in for it. */
function documentNotes(draftId: string, supplement: OpenSupplement | null, locale: Locale) {
  if (supplement === null) return undefined
  return function Asked(code: string) {
    const item = supplement.request.items.find(({ target, ref }) => target === 'document' && ref === code)
    const earlier = supplement.earlier
      .filter(({ requirementCode }) => requirementCode === code)
      .map((file) => ({ file, plan: planFor(file, supplement) }))
    return <AskedDocument {...{ draftId, item, earlier, locale }} />
  }
}
