import { notFound, redirect } from 'next/navigation'
import { AgencyStandings } from '@/components/oversight/agency-standings'
import { withReturn } from '@/lib/accounts'
import { paths } from '@/lib/dossiers'
import { agencyStandings, DAYS_COUNTED } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'

export default async function OversightPage() {
  const ctx = await requestContext()
  if (ctx.actor.kind !== 'officer') redirect(withReturn('/dang-nhap/can-bo', paths.oversight()))
  const standings = await agencyStandings(ctx)
  if (!standings.ok) notFound()
  return <AgencyStandings rows={standings.value} days={DAYS_COUNTED} locale={ctx.locale} />
}
