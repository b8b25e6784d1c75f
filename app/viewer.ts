import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { textSizeOf, type Viewer } from '@/components/layout/viewer'
import type { Actor } from '@/lib/access'
import { PERSON_HEADER, type PersonPlaces, personPlaces } from '@/lib/pages'
import { requestVisit } from '@/lib/runtime/server'

/** Where the portal, which keeps this page for all who are signed in, puts what is theirs; null for somebody's own request. */
export const places = cache(
  async (): Promise<PersonPlaces | null> => personPlaces((await headers()).get(PERSON_HEADER)),
)

/** Whoever looks at the page being made: preferences from cookies, the person from the session. */
export const viewer = cache(async (): Promise<Viewer> => {
  const [{ actor, locale }, jar, asked, anybody] = await Promise.all([requestVisit(), cookies(), headers(), places()])
  return {
    locale,
    size: textSizeOf(jar.get('co-chu')?.value),
    path: asked.get('x-path') ?? '',
    person: anybody === null ? personOf(actor) : { name: anybody.value('name'), area: areaOf(anybody.area) },
  }
})

const areaOf = (kind: string) => (kind === 'officer' ? 'officer' : 'applicant')

function personOf(actor: Actor): Viewer['person'] {
  return actor.kind === 'anonymous' || actor.kind === 'worker' ? null : { name: actor.name, area: areaOf(actor.kind) }
}
