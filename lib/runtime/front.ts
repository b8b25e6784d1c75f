import type { Logger } from 'pino'
import { rawClient } from '@/db/client'
import { sessionCookie } from '@/lib/accounts/server'
import { createPageCache, followChanges } from '@/lib/pages/server'
import type { Front, Handle } from './http'

const LARGEST_CACHE = 64 * 1024 * 1024

/** Public pages for people who are not signed in come from memory; everything else goes on to the application. */
export async function pageFront(parts: { next: Handle; databaseUrl: string; log: Logger }) {
  const cache = await createPageCache({
    next: (request, response) => void parts.next(request, response),
    now: () => new Date(),
    maxBytes: LARGEST_CACHE,
    sessionCookies: [sessionCookie()],
    answers: {},
    onFault: (fault) => {
      parts.log.warn({ error: fault instanceof Error ? fault.message : String(fault) }, 'page cache fault')
    },
  })
  const news = rawClient(parts.databaseUrl, { max: 1, role: 'motcua_app', name: 'mot-cua page news' })
  await followChanges(news, cache)
  const front: Front = (request, response, next) => {
    if (!cache.handle(request, response)) return next(request, response)
  }
  return {
    front,
    async close() {
      await Promise.all([cache.close(), news.end({ timeout: 2 })])
    },
  }
}
