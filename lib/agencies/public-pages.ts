import { pathPattern } from '@/lib/kernel'
import type { PageRule } from '@/lib/pages'
import { agencyPaths } from './paths'

/** What pages show of agencies. */
export const agencyPageTags = { all: 'agencies' } as const

const all = [agencyPageTags.all]

export const agencyPages: readonly PageRule[] = [
  { path: pathPattern(agencyPaths.agencies), query: ['tinh'], pool: 'kept', tags: () => all },
  { path: pathPattern(agencyPaths.agency, '[A-Za-z0-9.-]{1,40}'), query: [], pool: 'kept', tags: () => all },
]
