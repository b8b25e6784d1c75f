import { AgencyStandings } from '@/components/oversight/agency-standings'
import { accountPaths, withReturn } from '@/lib/accounts'
import { agencyStandings, DAYS_COUNTED } from '@/lib/dossiers/server'
import { oversightPaths } from '@/lib/oversight'
import { drawn, htmlPage, notFoundPage, seeOther } from '../../html-page'

export function GET(): Promise<Response> {
  return drawn(async (visit) => {
    if (visit.actor.kind !== 'officer')
      return seeOther(withReturn(accountPaths.officerSignIn(), oversightPaths.standings()))
    const standings = await agencyStandings(visit)
    if (!standings.ok) return notFoundPage(visit)
    return htmlPage(visit, <AgencyStandings rows={standings.value} days={DAYS_COUNTED} locale={visit.locale} />)
  })
}
