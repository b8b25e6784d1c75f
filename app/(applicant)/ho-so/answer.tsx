import type { NextRequest } from 'next/server'
import { MyDossiers } from '@/components/dossier/my-dossiers'
import { withQuery } from '@/lib/accounts'
import { paths } from '@/lib/dossiers'
import { draftLine, myDossiers, myDrafts, restoreDraft } from '@/lib/dossiers/server'
import { typedValues, uuid } from '@/lib/kernel'
import { refusalIn } from '../../address-with-refusal'
import { signInAddress } from '../../acting'
import { drawn, htmlPage, seeOther } from '../../html-page'
import { asApplicant } from '../../signed-in'
import { sentForm } from '../../sent-form'

export function GET({ nextUrl }: NextRequest): Promise<Response> {
  return drawn(async (visit) => {
    const query = Object.fromEntries(nextUrl.searchParams)
    const { sau, 'da-xoa': discarded } = query
    const ctx = asApplicant(visit, withQuery(paths.mine(), query))
    const [drafts, page, last, refusal] = await Promise.all([
      myDrafts(ctx),
      myDossiers(ctx, sau),
      uuid.safeParse(discarded).success && discarded !== undefined ? draftLine(ctx, discarded) : null,
      refusalIn(ctx, query),
    ])
    const undo = last?.isDiscarded && last.dossierId === null ? last : null
    return htmlPage(
      visit,
      <MyDossiers {...{ refusal, drafts, undo }} rows={page.rows} next={page.next} locale={ctx.locale} />,
    )
  })
}

/** Has a draft back that was discarded just now. */
export function POST(request: NextRequest): Promise<Response> {
  return drawn(async (visit) => {
    if (visit.actor.kind === 'anonymous') return seeOther(await signInAddress(visit, paths.mine()))
    const draft = uuid.safeParse(typedValues(await sentForm(request))['draft'])
    if (draft.success) await restoreDraft(visit, draft.data)
    return seeOther(paths.mine())
  })
}
