import { randomUUID } from 'node:crypto'
import { cache } from 'react'
import type { Visitor } from '@/lib/accounts/server'
import { localeOf } from '@/lib/i18n'
import type { Ctx } from '@/lib/ports'
import { surroundings } from './parts'

/** The request being answered, read once however often a page asks: its context and the clock of its session. */
export const requestVisit = cache(async (): Promise<Ctx & Pick<Visitor, 'session'>> => {
  // Loaded when asked for: the worker enters by the same door and has no requests.
  const [{ cookies, headers }, { visitorOf }] = await Promise.all([
    import('next/headers'),
    import('@/lib/accounts/server'),
  ])
  const [jar, requestHeaders] = await Promise.all([cookies(), headers()])
  const base = surroundings()
  return {
    ...base,
    ...(await visitorOf(base, requestHeaders)),
    requestId: requestHeaders.get('x-request-id') ?? randomUUID(),
    locale: localeOf(jar.get('ngon-ngu')?.value),
  }
})

/** The context of the request being answered: who is signed in, in which language, under which id. */
export async function requestContext(): Promise<Ctx> {
  const { session: _session, ...ctx } = await requestVisit()
  return ctx
}
