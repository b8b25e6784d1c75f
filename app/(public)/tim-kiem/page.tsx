import type { Metadata } from 'next'
import { SearchView } from '@/components/catalogue/search-view'
import { searchQuery } from '@/components/catalogue/topics'
import { Column } from '@/components/layout/frame'
import { localDate } from '@/lib/calendar'
import { searchProcedures, topicCounts } from '@/lib/catalogue/server'
import { requestContext } from '@/lib/runtime/server'

export const metadata: Metadata = { robots: { index: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SearchPage({ searchParams }: Props) {
  const query = searchQuery(await searchParams)
  const ctx = await requestContext()
  const search = {
    q: query.q,
    audience: query['doi-tuong'],
    lifeEvent: query['su-kien'],
    field: query['linh-vuc'],
    agency: query['co-quan'],
    online: query['truc-tuyen'] === '1' ? true : undefined,
    after: query.sau === '' ? undefined : query.sau,
  }
  const [result, topics] = await Promise.all([searchProcedures(ctx, search), topicCounts(ctx)])
  const services = result.items.map(({ definition }) => definition)
  return (
    <Column>
      <SearchView
        {...result}
        query={query}
        services={services}
        topics={topics}
        today={localDate(ctx.now)}
        locale={ctx.locale}
      />
    </Column>
  )
}
