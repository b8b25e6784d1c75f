import { AgencyColumns } from '@/components/agency/agency-columns'
import { AGENCY_WORDS as W } from '@/components/agency/words'
import { Column } from '@/components/layout/frame'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import type { Agency } from '@/lib/agencies'
import { agencyPaths } from '@/lib/agencies'
import { listAgencies, listProvinces } from '@/lib/agencies/server'
import { type Locale, say } from '@/lib/i18n'
import { requestContext } from '@/lib/runtime/server'

const linksTo = (agencies: Agency[], locale: Locale) =>
  agencies.map(({ code, name }) => ({ href: agencyPaths.agency(code), label: say(name, locale) }))

export default async function AgenciesPage({ searchParams }: { searchParams: Promise<{ tinh?: string | string[] }> }) {
  const [ctx, { tinh }] = [await requestContext(), await searchParams]
  const provinces = await listProvinces(ctx)
  const province = provinces.find(({ code }) => code === tinh)
  const near = province ? { provinceCode: province.code } : {}
  const [upper, communes] = await Promise.all([
    listAgencies(ctx, { ...near, level: province ? 'province' : 'ministry' }),
    province ? listAgencies(ctx, { ...near, function: 'communeCommittee' }) : [],
  ])
  const places = provinces.map(({ code, name }) => ({ href: agencyPaths.inProvince(code), label: name }))
  const up = province && (
    <Breadcrumb items={[{ href: agencyPaths.agencies(), label: say(W.title, ctx.locale) }]} locale={ctx.locale} />
  )
  const sections = province
    ? [
        { id: 'cap-tinh', title: W.provincial, links: linksTo(upper, ctx.locale) },
        { id: 'cap-xa', title: W.communes, links: linksTo(communes, ctx.locale) },
      ]
    : [
        { id: 'tinh', title: W.provinces, links: places },
        { id: 'bo', title: W.central, links: linksTo(upper, ctx.locale) },
      ]
  return (
    <Column>
      <PageHeader breadcrumb={up} title={province?.name ?? say(W.title, ctx.locale)} lead={say(W.lead, ctx.locale)} />
      <div className="flex flex-col gap-10">
        {sections.map(({ id, title, links }) => (
          <AgencyColumns key={id} id={id} title={say(title, ctx.locale)} links={links} />
        ))}
      </div>
    </Column>
  )
}
