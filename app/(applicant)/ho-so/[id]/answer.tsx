import type { NextRequest } from 'next/server'
import { ApplicantDossier } from '@/components/dossier/applicant-dossier'
import { paths } from '@/lib/dossiers'
import { startSupplement, viewDossier } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import { signInAddress } from '../../../acting'
import { drawn, htmlPage, notFoundPage, seeOther } from '../../../html-page'
import { asApplicant } from '../../../signed-in'

type Params = { params: Promise<{ id: string }> }

export function GET({ nextUrl }: NextRequest, { params }: Params): Promise<Response> {
  return drawn(async (visit) => {
    const { id } = await params
    const ctx = asApplicant(visit, paths.dossier(id))
    const view = uuid.safeParse(id).success ? await viewDossier(ctx, id) : null
    if (view === null) return notFoundPage(visit)
    const done = nextUrl.searchParams.get('da') ?? undefined
    return htmlPage(visit, <ApplicantDossier view={view} done={done} locale={ctx.locale} />)
  })
}

/** Begins to answer what is asked for. */
export function POST(_: NextRequest, { params }: Params): Promise<Response> {
  return drawn(async (visit) => {
    const { id } = await params
    if (visit.actor.kind === 'anonymous') return seeOther(await signInAddress(visit, paths.dossier(id)))
    const started = uuid.safeParse(id).success ? await startSupplement(visit, id) : null
    return seeOther(started?.ok ? paths.draftReview(started.value) : paths.dossier(id))
  })
}
