import type { IncomingMessage } from 'node:http'
import { localeOf } from '@/lib/i18n'
import type { Asked, PageCacheOptions } from './make-page'
import type { PageOfPerson, PersonOnPage } from './people'
import { publicPage } from './rules'
import { visitorOf } from './visitor'

/** A public page somebody asks for, before it is known who is signed in. */
export type Wanted = Pick<Asked, 'page' | 'visitor' | 'request'>

type Told = { options: Pick<PageCacheOptions, 'people' | 'rules' | 'sessionCookies'>; hasNews: boolean }

function isReading({ method, headers }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && headers['rsc'] === undefined
}

/**
 * Whether such a page is sent from here to who is signed in. Scripts that take a page over hold what is a person's in a form of
 * their own; and without news nobody here knows whose session has ended.
 */
function isForPeople({ options, hasNews }: Told, scripts: Asked['page']['scripts']): boolean {
  return options.people !== undefined && hasNews && scripts === 'none'
}

/** What is asked for; null for what is Next's to answer. */
export function wantedBy(options: Told, request: IncomingMessage): Wanted | null {
  const page = isReading(request) ? publicPage(options.options.rules, request.url ?? '') : null
  if (!page) return null
  const visitor = visitorOf(request.headers.cookie, options.options.sessionCookies)
  if (visitor.isSignedIn && !isForPeople(options, page.scripts)) return null
  return { page, visitor, request }
}

/** The same, asked for by `person`, or by nobody known. */
export function requestAs(person: PersonOnPage | null, { page, visitor, request }: Wanted): Asked {
  const key = `${page.path}?${page.query} ${visitor.locale} ${visitor.size} ${person?.area ?? ''}`
  return { page, visitor, request, key, person }
}

/** The cookies by which somebody is known, and the page they ask for. */
export const personIn = ({ page, visitor, request }: Wanted): [string, PageOfPerson] => [
  request.headers.cookie ?? '',
  { path: page.path, locale: localeOf(visitor.locale) },
]
