import { ServiceList } from '@/components/catalogue/service-list'
import { Badge } from '@/components/ui/badge'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import { type Agency, AGENCY_LEVELS, agencyPaths, type Unit } from '@/lib/agencies'
import type { ProcedureDefinition } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/forms'
import { type Locale, say } from '@/lib/i18n'

import { AGENCY_WORDS as W } from './words'

type AgencyViewProps = {
  agency: Agency
  above: Agency[]
  units: Unit[]
  services: ProcedureDefinition[]
  today: IsoDate
  locale: Locale
}

function Facts({ agency, above, units, locale }: Omit<AgencyViewProps, 'services' | 'today'>) {
  const superior = above[0]
  const items = [
    { key: 'code', term: say(W.code, locale), value: agency.code },
    { key: 'level', term: say(W.level, locale), value: say(AGENCY_LEVELS[agency.level], locale) },
    ...(superior
      ? [
          {
            key: 'above',
            term: say(W.above, locale),
            value: <a href={agencyPaths.agency(superior.code)}>{say(superior.name, locale)}</a>,
          },
        ]
      : []),
    { key: 'units', term: say(W.units, locale), value: units.map((unit) => say(unit.name, locale)).join('; ') },
    { key: 'source', term: say(W.source, locale), value: agency.source && <span lang="vi">{agency.source}</span> },
  ]
  return <SummaryList items={items.filter(({ value }) => value !== '')} />
}

/** Which agency it is and what it decides. */
export function AgencyView({ services, today, ...agencyProps }: AgencyViewProps) {
  const { agency, locale } = agencyProps
  const up = { href: agencyPaths.agencies(), label: say(W.title, locale) }
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb items={[up]} locale={locale} />}
        title={say(agency.name, locale)}
        marks={agency.isSample && <Badge tone="accent">{say(W.sample, locale)}</Badge>}
      />
      <Facts {...agencyProps} />
      <h2 className="mt-10 mb-3 text-xl">{say(W.services, locale)}</h2>
      {services.length === 0 ? (
        <EmptyState title={say(W.noServices, locale)} />
      ) : (
        <ServiceList services={services} today={today} locale={locale} />
      )}
    </>
  )
}
