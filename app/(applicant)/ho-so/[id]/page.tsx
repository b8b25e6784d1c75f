import { notFound } from 'next/navigation'
import { ApplicantDossier } from '@/components/dossier/applicant-dossier'
import { paths } from '@/lib/dossiers'
import { viewDossier } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import { applicantContext } from '../../../signed-in'
import { startSupplementAction } from '../actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ da?: string }> }

export default async function ApplicantDossierPage({ params, searchParams }: Props) {
  const [{ id }, { da }] = await Promise.all([params, searchParams])
  const ctx = await applicantContext(paths.dossier(id))
  const view = uuid.safeParse(id).success ? await viewDossier(ctx, id) : null
  if (view === null) notFound()
  return (
    <ApplicantDossier
      view={view}
      done={da}
      startSupplement={startSupplementAction.bind(null, id)}
      locale={ctx.locale}
    />
  )
}
