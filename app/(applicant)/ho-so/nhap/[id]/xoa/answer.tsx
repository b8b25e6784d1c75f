import type { NextRequest } from 'next/server'
import { DiscardDraft } from '@/components/dossier/discard-draft'
import { paths } from '@/lib/dossiers'
import { discardDraft, draftLine } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import { signInAddress } from '../../../../../acting'
import { drawn, htmlPage, seeOther } from '../../../../../html-page'
import { asApplicant } from '../../../../../signed-in'

type Params = { params: Promise<{ id: string }> }

/** Asks before a draft is discarded. */
export function GET(_: NextRequest, { params }: Params): Promise<Response> {
  return drawn(async (visit) => {
    const { id } = await params
    const ctx = asApplicant(visit, paths.discardDraft(id))
    const draft = uuid.safeParse(id).success ? await draftLine(ctx, id) : null
    if (draft === null || draft.isDiscarded) return seeOther(paths.mine())
    return htmlPage(visit, <DiscardDraft draft={draft} locale={ctx.locale} />)
  })
}

export function POST(_: NextRequest, { params }: Params): Promise<Response> {
  return drawn(async (visit) => {
    const { id } = await params
    if (visit.actor.kind === 'anonymous') return seeOther(await signInAddress(visit, paths.discardDraft(id)))
    const done = uuid.safeParse(id).success ? await discardDraft(visit, id) : null
    return seeOther(done?.ok ? `${paths.mine()}?da-xoa=${id}` : paths.mine())
  })
}
