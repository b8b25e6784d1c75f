import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { textSizeOf, type Viewer } from '@/components/layout/viewer'
import { requestVisit } from '@/lib/runtime/server'

/** Whoever looks at the page being made: preferences from cookies, the person from the session. */
export const viewer = cache(async (): Promise<Viewer> => {
  const [{ actor, locale }, jar, asked] = await Promise.all([requestVisit(), cookies(), headers()])
  const isKnown = actor.kind !== 'anonymous' && actor.kind !== 'worker'
  return {
    locale,
    size: textSizeOf(jar.get('co-chu')?.value),
    path: asked.get('x-path') ?? '',
    person: isKnown ? { name: actor.name, area: actor.kind === 'officer' ? 'officer' : 'applicant' } : null,
  }
})
