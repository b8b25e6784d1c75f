import type { ReactNode } from 'react'
import { Column } from '@/components/layout/frame'
import { cataloguePaths, LIFE_EVENT_WORDS, type ProcedureDefinition } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/forms'
import { type Locale, say } from '@/lib/i18n'

import { HomeHero } from './home-hero'
import { LinkGrid } from './link-grid'
import { LookUpForm } from './look-up-form'
import { Promises } from './promises'
import { serviceFacts } from './service-list'
import { fieldLinks, lifeEventLinks, searchHref, type TopicCount, topicsOf } from './topics'
import { CATALOGUE_WORDS as W } from './words'

type HomeViewProps = {
  online: ProcedureDefinition[]
  topics: TopicCount[]
  /** What waits for whoever is signed in. */
  pending: ReactNode
  today: IsoDate
  locale: Locale
}

function Audiences({ topics, locale }: Pick<HomeViewProps, 'topics' | 'locale'>) {
  return (
    <ul className="flex flex-wrap gap-x-6">
      {topicsOf('audience', topics).map(({ code, words, count }) => (
        <li key={code}>
          <a href={searchHref({ 'doi-tuong': code })} className="inline-block py-1.5">
            {say(words, locale)}
          </a>{' '}
          <span className="text-sm text-ink-soft">({count})</span>
        </li>
      ))}
      <li>
        <a href={cataloguePaths.search()} className="inline-block py-1.5">
          {say(W.all, locale)}
        </a>
      </li>
    </ul>
  )
}

function Fields({ topics, locale }: Pick<HomeViewProps, 'topics' | 'locale'>) {
  return (
    <section aria-labelledby="linh-vuc">
      <h2 id="linh-vuc" className="mb-3 text-xl md:text-2xl">
        {say(W.browse, locale)}
      </h2>
      <LinkGrid links={fieldLinks(topics, locale)} />
    </section>
  )
}

function LifeEvents({ topics, locale }: Pick<HomeViewProps, 'topics' | 'locale'>) {
  return (
    <section aria-labelledby="su-kien">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-8">
        <h2 id="su-kien" className="text-xl md:text-2xl">
          {say(W.lifeEvents, locale)}
        </h2>
        <Audiences topics={topics} locale={locale} />
      </div>
      <LinkGrid links={lifeEventLinks(topics, locale)} />
    </section>
  )
}

/** In the order of life events, as everywhere; what only businesses need stands last. */
function inLifeOrder(services: ProcedureDefinition[]): ProcedureDefinition[] {
  const events = Object.keys(LIFE_EVENT_WORDS)
  const first = ({ lifeEvents }: ProcedureDefinition) => Math.min(...lifeEvents.map((event) => events.indexOf(event)))
  const isForBusiness = ({ audience }: ProcedureDefinition) => Number(!audience.includes('citizen'))
  return services.toSorted((a, b) => isForBusiness(a) - isForBusiness(b) || first(a) - first(b))
}

function Online({ online, today, locale }: Pick<HomeViewProps, 'online' | 'today' | 'locale'>) {
  const links = inLifeOrder(online).map((definition) => ({
    href: cataloguePaths.procedure(definition.slug),
    label: say(definition.name, locale),
    detail: serviceFacts({ definition, today, locale }).cost,
  }))
  return (
    <section aria-labelledby="truc-tuyen">
      <h2 id="truc-tuyen" className="mb-3 text-xl md:text-2xl">
        {say(W.ready, locale)}
      </h2>
      <LinkGrid links={links} />
    </section>
  )
}

/** Search first, then what waits for whoever is signed in, the way to one's dossier, and what can be done, by occasion. */
export function HomeView({ online, topics, pending, today, locale }: HomeViewProps) {
  const published = topics.filter(({ kind }) => kind === 'field').reduce((sum, { count }) => sum + count, 0)
  const figures = [
    { key: 'published', value: String(published), label: say(W.published, locale) },
    { key: 'online', value: String(online.length), label: say(W.acceptedOnline, locale) },
  ]
  return (
    <>
      <HomeHero locale={locale} />
      <Column>
        <div className="grid items-start gap-x-12 gap-y-10 pt-2 pb-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div>
            {pending}
            <LifeEvents topics={topics} locale={locale} />
          </div>
          <section aria-labelledby="tra-cuu" className="border-t-4 border-action bg-band px-5 py-5">
            <h2 id="tra-cuu" className="mb-3 text-lg">
              {say(W.lookUpTitle, locale)}
            </h2>
            <LookUpForm id="ma" locale={locale} />
          </section>
        </div>
        <div className="flex flex-col gap-10 pb-12">
          <Online online={online} today={today} locale={locale} />
          <Fields topics={topics} locale={locale} />
        </div>
      </Column>
      <Promises figures={figures} locale={locale} />
    </>
  )
}
