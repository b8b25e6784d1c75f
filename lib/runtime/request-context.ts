import { randomUUID } from 'node:crypto'
import { cache } from 'react'
import { localeOf } from '@/lib/i18n'
import type { Ctx } from '@/lib/ports'
import { type Visit, currentRequest, requestCookies, requestHeaders } from './current-request'
import { surroundings } from './parts'

async function readVisit(): Promise<Visit> {
  // Loaded when asked for: the worker enters by the same door and has no requests.
  const { visitorOf } = await import('@/lib/accounts/server')
  const [jar, headers] = await Promise.all([requestCookies(), requestHeaders()])
  const base = surroundings()
  return {
    ...base,
    ...(await visitorOf(base, headers)),
    requestId: headers.get('x-request-id') ?? randomUUID(),
    locale: localeOf(jar.get('ngon-ngu')?.value),
  }
}

const visitOfNext = cache(readVisit)

/** The request being answered, read once however often a page asks: its context and the clock of its session. */
export function requestVisit(): Promise<Visit> {
  const own = currentRequest()
  if (own === undefined) return visitOfNext()
  own.visit ??= readVisit()
  return own.visit
}

/** The context of the request being answered: who is signed in, in which language, under which id. */
export async function requestContext(): Promise<Ctx> {
  const { session: _session, ...ctx } = await requestVisit()
  return ctx
}
