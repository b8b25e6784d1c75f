import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { cataloguePaths } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/forms'
import { type Locale, say, type Text } from '@/lib/i18n'

import { Filters } from './filters'
import { LinkGrid } from './link-grid'
import { SearchBox } from './search-box'
import { ServiceList } from './service-list'
import { filtersOf, lifeEventLinks, type SearchQuery, searchHref, type TopicCount } from './topics'
import { CATALOGUE_WORDS as W } from './words'

type SearchViewProps = {
  query: SearchQuery
  services: ProcedureDefinition[]
  next: string | null
  suggestions: { slug: string; name: Text }[]
  /** What was probably meant but is not filed here. */
  elsewhere: { name: Text; doneBy: Text }[]
  topics: TopicCount[]
  today: IsoDate
  locale: Locale
}

function Elsewhere({ elsewhere, locale }: Pick<SearchViewProps, 'elsewhere' | 'locale'>) {
  return (
    <ul className="mb-6 flex flex-col gap-3">
      {elsewhere.map(({ name, doneBy }) => (
        <li key={name.vi}>
          <Notice tone="info" title={say(name, locale)} locale={locale}>
            <p>{say(doneBy, locale)}</p>
          </Notice>
        </li>
      ))}
    </ul>
  )
}

type NothingProps = Pick<SearchViewProps, 'suggestions' | 'topics' | 'locale'> & { isElsewhere: boolean }

/** Nothing here: what comes near, and topics; where it is done elsewhere, that has been said. */
function Nothing({ suggestions, isElsewhere, topics, locale }: NothingProps) {
  return (
    <div className="flex flex-col gap-8">
      {!isElsewhere && (
        <EmptyState title={say(W.noneTitle, locale)}>
          <p>{say(W.noneHelp, locale)}</p>
          {suggestions.length > 0 && (
            <div>
              <p className="font-semibold">{say(W.didYouMean, locale)}</p>
              <ul>
                {suggestions.map((suggestion) => (
                  <li key={suggestion.slug}>
                    <a href={cataloguePaths.procedure(suggestion.slug)} className="inline-block py-1.5">
                      {say(suggestion.name, locale)}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </EmptyState>
      )}
      <section aria-labelledby="su-kien">
        <h2 id="su-kien" className="mb-2 text-lg">
          {say(W.lifeEvents, locale)}
        </h2>
        <LinkGrid links={lifeEventLinks(topics, locale)} />
      </section>
    </div>
  )
}

/** The search page: the line searched for, what narrows it, and the services, best first. */
export function SearchView({ query, services, next, suggestions, elsewhere, topics, today, locale }: SearchViewProps) {
  const { q, sau, ...filters } = query
  const title = q === '' ? say(W.results, locale) : say(W.resultsFor, locale, { q })
  const chosen = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''))
  return (
    <>
      <PageHeader title={title} />
      <SearchBox id="q" locale={locale} value={q} filters={chosen} />
      <div className="mt-6 mb-6">
        <Filters q={q} filters={filtersOf(query, topics, locale)} locale={locale} />
      </div>
      {elsewhere.length > 0 && <Elsewhere elsewhere={elsewhere} locale={locale} />}
      {services.length === 0 ? (
        <Nothing suggestions={suggestions} isElsewhere={elsewhere.length > 0} topics={topics} locale={locale} />
      ) : (
        <section aria-labelledby="danh-sach">
          <h2 id="danh-sach" className="sr-only">
            {say(W.more, locale)}
          </h2>
          <ServiceList services={services} today={today} locale={locale} />
          <div className="mt-4">
            <Pagination
              locale={locale}
              previousHref={sau === '' ? undefined : searchHref({ ...query, sau: '' })}
              nextHref={next === null ? undefined : searchHref({ ...query, sau: next })}
            />
          </div>
        </section>
      )}
    </>
  )
}
