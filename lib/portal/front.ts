import type { IncomingMessage, RequestListener } from 'node:http'
import type { Logger } from 'pino'
import type { Database } from '@/db/client'
import { sessionCookie, visitorOf } from '@/lib/accounts/server'
import { dossierPageTags, LOOK_UP_QUERY, paths } from '@/lib/dossiers'
import { lookUp } from '@/lib/dossiers/server'
import { type AnswerSource, createAllowance, createPageCache, followChanges, type PageCache } from '@/lib/pages/server'
import { type Application, ApplicationAway } from './application-client'
import { askerOf } from './asker'
import type { Handle } from './handle'
import { healthOf } from './health'
import type { Front } from './http'
import { refuseRequest } from './refuse-request'
import { PUBLIC_PAGES } from './routes'
import { signedInPeople } from './signed-in-people'

const LARGEST_CACHE = 64 * 1024 * 1024

/** Look-ups never asked before that one address may make a minute: enough for a desk that helps many, too few to guess codes. */
const LOOK_UPS_A_MINUTE = 60

const LOOK_UP = paths.lookUpForm()
const QUESTION = `${LOOK_UP}?`
const isLookUp = ({ url }: IncomingMessage) => url?.startsWith(QUESTION) === true

const isPage = ({ url }: IncomingMessage) => !/^\/(_next|api)\/|^\/[\w-]+\.\w+$/.test(url ?? '')

/** How far a dossier is; a code nobody has may be given out any moment, so that answer is not kept. */
function lookUpAnswer(db: Database): AnswerSource {
  return async (typed) => {
    const dossier = await lookUp({ db }, typed)
    return dossier === null
      ? { template: 'not-found', status: 200, values: { code: typed.slice(0, 60) }, tags: [], isKept: false }
      : {
          template: `${dossier.state}-${String(dossier.reached)}`,
          status: 200,
          values: { code: dossier.code },
          tags: [dossierPageTags.lookUp(dossier.code)],
          isKept: true,
        }
  }
}

const now = () => new Date()

type Parts = {
  application: Application
  /** Where it listens. */
  socketPath: string
  db: Database
  databaseUrl: string
  /** Origins at which a form of ours may end. */
  formTargets: readonly string[]
  log: Logger
  isEncrypted: boolean
}

/** Public pages come from memory; everything else goes on to the application. */
export async function pageFront(parts: Parts) {
  const cache = pageCacheOf(parts, (request, response) => void handle(request, response))
  const handle = handleOf(parts, cache.sendNotice)
  await cache.warm()
  const news = await followChanges(parts.databaseUrl, { name: 'mot-cua page news' }, cache)
  const { sendNotice, fromMemory } = cache
  return {
    ...{ fromMemory, sendNotice, front: frontOf(parts, cache), handle },
    async close() {
      cache.close()
      await news.close()
    },
  }
}

function pageCacheOf({ socketPath, db, log, isEncrypted, formTargets }: Parts, next: RequestListener): PageCache {
  return createPageCache({
    ...{ socketPath, next, now, formTargets },
    maxBytes: LARGEST_CACHE,
    rules: PUBLIC_PAGES,
    sessionCookies: [sessionCookie()],
    answers: { [LOOK_UP]: { by: LOOK_UP_QUERY, answer: lookUpAnswer(db) } },
    people: signedInPeople({
      db,
      now,
      visitorBy: (cookie) => visitorOf({ db, now: now() }, new Headers({ cookie })),
    }),
    isEncrypted,
    onFault: (fault) => {
      log.warn({ error: fault instanceof Error ? fault.message : String(fault) }, 'page cache fault')
    },
  })
}

function frontOf({ db }: Parts, cache: PageCache): Front {
  const allowance = createAllowance(LOOK_UPS_A_MINUTE)
  return async (request, response, next) => {
    if (isLookUp(request) && !allowance.take(askerOf(request), Date.now())) {
      return cache.sendNotice('too-many', request, response)
    }
    if (cache.handle(request, response)) return
    // The news break off the moment the database does; no page of a person can be made without it.
    const isCutOff = !cache.hasNews() && isPage(request) && !(await healthOf(db)).isReady
    return isCutOff ? cache.sendNotice('unavailable', request, response) : next(request, response)
  }
}

/** Hands on to the application, and says so where it is not there. */
function handleOf({ application }: Parts, sendNotice: PageCache['sendNotice']): Handle {
  return async (request, response) => {
    try {
      await application.handle(request, response)
    } catch (fault) {
      if (!(fault instanceof ApplicationAway)) throw fault
      await refuseRequest({ sendNotice }, 'unavailable', request, response)
      // A browser reads the answer only once it has sent the rest.
      request.resume()
    }
  }
}
