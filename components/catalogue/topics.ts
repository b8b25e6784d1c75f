import { AGENCY_FUNCTIONS } from '@/lib/agencies'
import { AUDIENCE_WORDS, cataloguePaths, FIELD_WORDS, LIFE_EVENT_WORDS, type SEARCH_NAMES } from '@/lib/catalogue'
import { type Locale, say, type Text } from '@/lib/i18n'
import { legible } from '@/lib/kernel'

import type { Filter } from './filters'
import type { GridLink } from './link-grid'
import { CATALOGUE_WORDS as W } from './words'

/** How many services a topic has, as the catalogue counts them. */
export type TopicCount = { kind: string; code: string; count: number }

/** What the address of the search page says; empty where nothing is said. */
type SearchName = (typeof SEARCH_NAMES)[number]
export type SearchQuery = Record<SearchName, string>

export function searchQuery(values: Record<string, string | string[] | undefined>): SearchQuery {
  const valueOf = (name: SearchName) => {
    const value = values[name]
    return typeof value === 'string' ? legible(value).trim().slice(0, 200) : ''
  }
  return {
    q: valueOf('q'),
    'doi-tuong': valueOf('doi-tuong'),
    'su-kien': valueOf('su-kien'),
    'linh-vuc': valueOf('linh-vuc'),
    'co-quan': valueOf('co-quan'),
    'truc-tuyen': valueOf('truc-tuyen'),
    sau: valueOf('sau'),
  }
}

export function searchHref(query: Partial<SearchQuery>): string {
  const entries = Object.entries(query).filter(([, value]) => value !== '')
  return cataloguePaths.results(Object.fromEntries(entries))
}

const KINDS = {
  audience: { name: 'doi-tuong', label: W.audience, words: AUDIENCE_WORDS },
  lifeEvent: { name: 'su-kien', label: W.lifeEvent, words: LIFE_EVENT_WORDS },
  field: { name: 'linh-vuc', label: W.field, words: FIELD_WORDS },
  agency: { name: 'co-quan', label: W.agency, words: AGENCY_FUNCTIONS },
} as const satisfies Record<string, { name: keyof SearchQuery; label: Text; words: Record<string, Text> }>
type Kind = keyof typeof KINDS

/** The topics of one kind that have services, in the order of the catalogue's own list. */
export function topicsOf(kind: Kind, topics: TopicCount[]): { code: string; words: Text; count: number }[] {
  const words: Record<string, Text> = KINDS[kind].words
  return Object.entries(words).flatMap(([code, label]) => {
    const topic = topics.find((candidate) => candidate.kind === kind && candidate.code === code)
    return topic ? [{ code, words: label, count: topic.count }] : []
  })
}

const isKind = (kind: string): kind is Kind => Object.hasOwn(KINDS, kind)

export function filtersOf(query: SearchQuery, topics: TopicCount[], locale: Locale): Filter[] {
  const byTopic = Object.keys(KINDS)
    .filter(isKind)
    .map((kind) => ({
      name: KINDS[kind].name,
      label: say(KINDS[kind].label, locale),
      chosen: query[KINDS[kind].name],
      options: topicsOf(kind, topics).map(({ code, words }) => ({ value: code, label: say(words, locale) })),
    }))
  const online = { value: '1', label: say(W.onlineOnly, locale) }
  return [...byTopic, { name: 'truc-tuyen', label: say(W.how, locale), chosen: query['truc-tuyen'], options: [online] }]
}

function linksOf(kind: Kind, topics: TopicCount[], locale: Locale): GridLink[] {
  return topicsOf(kind, topics).map(({ code, words, count }) => ({
    href: searchHref({ [KINDS[kind].name]: code }),
    label: say(words, locale),
    detail: say(count === 1 ? W.service : W.services, locale, { count }),
  }))
}

export function lifeEventLinks(topics: TopicCount[], locale: Locale): GridLink[] {
  return linksOf('lifeEvent', topics, locale)
}

export function fieldLinks(topics: TopicCount[], locale: Locale): GridLink[] {
  return linksOf('field', topics, locale)
}
