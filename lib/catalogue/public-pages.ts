import { pathPattern } from '@/lib/kernel'
import type { PageRule } from '@/lib/pages'
import { cataloguePaths, SEARCH_NAMES } from './paths'

const { home, search, procedure, help, accessibility } = cataloguePaths

/** What pages show of the catalogue. */
export const cataloguePageTags = {
  all: 'catalogue',
  procedure: (slug: string) => `procedure:${slug}`,
} as const

const all = [cataloguePageTags.all]
const SLUG_AT = procedure('').length

export const cataloguePages: readonly PageRule[] = [
  { path: pathPattern(home), query: [], pool: 'kept', tags: () => all },
  {
    path: pathPattern(procedure, '[a-z0-9-]{1,120}'),
    query: ['truong-hop'],
    pool: 'kept',
    tags: (path) => [cataloguePageTags.all, cataloguePageTags.procedure(path.slice(SLUG_AT))],
  },
  { path: pathPattern(search), query: SEARCH_NAMES, pool: 'asked', tags: () => all },
  { path: pathPattern(help), query: [], pool: 'kept', tags: () => [] },
  { path: pathPattern(accessibility), query: [], pool: 'kept', tags: () => [] },
]
