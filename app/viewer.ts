import 'server-only'
import { cache } from 'react'
import { textSizeOf, type Viewer } from '@/components/layout/viewer'
import type { Actor } from '@/lib/access'
import { PERSON_HEADER, type PersonPlaces, personPlaces } from '@/lib/pages'
import type { Ctx } from '@/lib/ports'
import { requestCookies, requestHeaders, requestVisit } from '@/lib/runtime/server'

/** Where the portal, which keeps this page for all who are signed in, puts what is theirs; null for somebody's own request. */
export const places = cache(
  async (): Promise<PersonPlaces | null> => personPlaces((await requestHeaders()).get(PERSON_HEADER)),
)

/** Whoever looks at the page being made: preferences from cookies, the person from the session. */
export const viewer = cache(async (): Promise<Viewer> => {
  const [visit, jar, headers, anybody] = await Promise.all([
    requestVisit(),
    requestCookies(),
    requestHeaders(),
    places(),
  ])
  const current = viewerOf(visit, jar.get('co-chu')?.value, headers.get('x-path') ?? '')
  return anybody === null
    ? current
    : { ...current, person: { name: anybody.value('name'), area: areaOf(anybody.area) } }
})

/** Whoever visits, as the page at `path` needs to know it; `size` is the text size they chose. */
export function viewerOf(
  { actor, locale }: Pick<Ctx, 'actor' | 'locale'>,
  size: string | undefined,
  path: string,
): Viewer {
  return { locale, size: textSizeOf(size), path, person: personOf(actor) }
}

const areaOf = (kind: string) => (kind === 'officer' ? 'officer' : 'applicant')

function personOf(actor: Actor): Viewer['person'] {
  return actor.kind === 'anonymous' || actor.kind === 'worker' ? null : { name: actor.name, area: areaOf(actor.kind) }
}
