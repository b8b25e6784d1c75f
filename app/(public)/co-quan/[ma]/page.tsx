import { notFound } from 'next/navigation'
import { AgencyView } from '@/components/agency/agency-view'
import { Column } from '@/components/layout/frame'
import { agenciesAbove, agencyByCode, unitsOf } from '@/lib/agencies/server'
import { localDate } from '@/lib/calendar'
import { searchProcedures } from '@/lib/catalogue/server'
import { requestContext } from '@/lib/runtime/server'

type Props = { params: Promise<{ ma: string }> }

export default async function AgencyPage({ params }: Props) {
  const ctx = await requestContext()
  const agency = await agencyByCode(ctx, (await params).ma)
  if (!agency) notFound()
  const [above, units, result] = await Promise.all([
    agenciesAbove(ctx, agency.code, 'territorial'),
    unitsOf(ctx, agency.code),
    searchProcedures(ctx, { agency: agency.function }),
  ])
  const services = result.items.map(({ definition }) => definition)
  return (
    <Column>
      <AgencyView
        agency={agency}
        above={above}
        units={units}
        services={services}
        today={localDate(ctx.now)}
        locale={ctx.locale}
      />
    </Column>
  )
}
