import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import { keptCopy } from './kept-copy'
import { type Asked, makePage, type PageCacheOptions, type Produced, type Workshop } from './make-page'
import { createNewsWatch } from './news-watch'
import { createNotices, type Notices } from './notices'
import { pageMaker } from './page-maker'
import type { PersonOnPage } from './people'
import { sendPersonalPage } from './personal-page'
import type { Pool } from './rules'
import { createStore, type Store } from './store'
import { sendPage } from './stored-page'
import { requestAs, personIn, type Wanted, wantedBy } from './wanted'

type Page = Produced['page']

/** `age` counts the gaps in the news: a page of an earlier age may be out of date. */
type Kept = { page: Page; age: number; bytes: number; tags: readonly string[] }

type State = Workshop & {
  pages: Record<Pool, Store<Kept>>
  /** Pages being made, each for all who ask for it meanwhile. */
  flights: Map<string, Promise<Page | null>>
  notices: Notices
  day: number
  age: number
  /** Whether every change is heard of; while not, what is kept may be out of date. */
  hasNews: boolean
}

/** The day in Hanoi (UTC+7, no summer time): fees and terms on a page hold for one day. */
function dayOf(now: Date): number {
  return Math.floor((now.getTime() + 7 * 3_600_000) / 86_400_000)
}

/** What a page costs at most while an older copy could be sent instead. */
const PATIENCE_WITH_A_COPY_MS = 1_500

const isCurrent = ({ age, hasNews }: State, entry: Kept) => hasNews && entry.age === age

/** Everything kept is out of date from now on: made anew when asked for, and sent as it is only if that fails. */
function expire(state: State): void {
  state.age += 1
  state.news.missed()
  state.shells.clear()
  state.flights.clear()
}

function changed(state: State, tag: string): void {
  for (const store of [state.pages.kept, state.pages.asked, state.shells]) store.drop(tag)
  state.news.changed(tag)
  state.flights.clear()
}

/** A page made from older facts is sent but not kept. */
function produce(state: State, visit: Asked): Promise<Page | null> {
  const { age } = state
  return state.news.during(async (news) => {
    const produced = await makePage(state, visit)
    if (!produced) return null
    const { page, isKept } = produced
    const { bytes, tags } = page
    if (isKept && !news.spokeOf(tags)) state.pages[visit.page.pool].set(visit.key, { page, age, bytes, tags })
    return page
  })
}

/** One rendering for all who ask for the same page at the same time. */
function flightOf(state: State, visit: Asked): Promise<Page | null> {
  const running = state.flights.get(visit.key)
  if (running) return running
  const flight = produce(state, visit)
  const land = () => {
    if (state.flights.get(visit.key) === flight) state.flights.delete(visit.key)
  }
  flight.then(land, land)
  state.flights.set(visit.key, flight)
  return flight
}

/** Rejects when the page is not there in time. */
async function inTime<T>(page: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no page in time; the kept copy is sent'))
    }, PATIENCE_WITH_A_COPY_MS)
  })
  return Promise.race([page, late]).finally(() => {
    clearTimeout(timer)
  })
}

/** Without news a page everybody shares is sent as it is kept; how far a dossier is, is asked for all the same. */
function isSentAsKept(state: State, { page }: Asked): boolean {
  return !state.hasNews && !page.values.has(state.options.answers[page.path]?.by ?? '')
}

/** Nobody's page is kept: what is a person's own is put into it for this answer alone. */
function send(page: Page, { person, request }: Asked, response: ServerResponse): void {
  if ('template' in page) sendPersonalPage(page, person?.values ?? {}, request, response)
  else sendPage(page, request, response)
}

/** The kept page, where it may be sent even if it is out of date. */
function copyOf(state: State, visit: Asked) {
  const entry = state.pages[visit.page.pool].get(visit.key)
  // What a page kept for people who are signed in was like is not worth telling: they came to act.
  if (entry === undefined || 'template' in entry.page) return null
  const { page } = entry
  return async (response: ServerResponse) => {
    sendPage(await keptCopy(page, state.options.isEncrypted), visit.request, response)
  }
}

async function serveMiss(state: State, visit: Asked, response: ServerResponse): Promise<void> {
  const sendCopy = copyOf(state, visit)
  if (sendCopy && isSentAsKept(state, visit)) return sendCopy(response)
  try {
    const making = flightOf(state, visit)
    const page = await (sendCopy ? inTime(making) : making)
    if (page) send(page, visit, response)
    else state.options.next(visit.request, response)
  } catch (fault) {
    state.options.onFault(fault)
    await (sendCopy ? sendCopy(response) : state.notices.send('unavailable', visit.request, response))
  }
}

/** A new day makes every page anew. */
function turnTheDay(state: State): void {
  const today = dayOf(state.options.now())
  if (today === state.day) return
  expire(state)
  state.day = today
}

function sendKept(state: State, visit: Asked, response: ServerResponse): boolean {
  const hit = state.pages[visit.page.pool].get(visit.key)
  if (!hit || !isCurrent(state, hit)) return false
  send(hit.page, visit, response)
  return true
}

function fromMemory(state: State, request: IncomingMessage, response: ServerResponse): boolean {
  const wish = wantedBy(state, request)
  if (!wish) return false
  turnTheDay(state)
  const person = wish.visitor.isSignedIn ? state.options.people?.known(...personIn(wish)) : null
  return person !== undefined && sendKept(state, requestAs(person, wish), response)
}

/** Who is signed in; null for a session that has ended, undefined when nobody can say. */
async function personBehind({ options }: State, wish: Wanted): Promise<PersonOnPage | null | undefined> {
  if (!wish.visitor.isSignedIn) return null
  return options.people?.find(...personIn(wish)).catch((fault: unknown) => {
    options.onFault(fault)
    return undefined
  })
}

async function serve(state: State, wish: Wanted, response: ServerResponse): Promise<void> {
  const person = await personBehind(state, wish)
  if (person === undefined) return state.notices.send('unavailable', wish.request, response)
  const request = requestAs(person, wish)
  if (!sendKept(state, request, response)) await serveMiss(state, request, response)
}

function handle(state: State, request: IncomingMessage, response: ServerResponse): boolean {
  if (fromMemory(state, request, response)) return true
  const wish = wantedBy(state, request)
  if (!wish) return false
  serve(state, wish, response).catch((fault: unknown) => {
    state.options.onFault(fault)
    response.destroy()
  })
  return true
}

export type PageCache = {
  /** Serves the request if the page is kept; false leaves it to the caller. Costs next to nothing either way. */
  fromMemory: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Serves the request if it is for a public page; false leaves it to the caller. */
  handle: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Forgets what carries the tag: pages, or who is signed in and what is theirs. */
  changed: (tag: string) => void
  /** From now on changes are not heard of: what is kept is sent as a copy that may be out of date. */
  newsLost: () => void
  /** Changes are heard of again; what happened meanwhile was missed, so everything is made anew when asked for. */
  newsBack: () => void
  hasNews: () => boolean
  /** Sends a page that stands in for the one asked for. */
  sendNotice: Notices['send']
  /** Makes the pages that stand in for others, while all is well. */
  warm: () => Promise<void>
  size: () => Record<Pool | 'shells', { entries: number; bytes: number }>
  close: () => void
}

/** The full-page cache in front of Next for pages everybody may see. */
export function createPageCache(options: PageCacheOptions): PageCache {
  const { maxBytes, people } = options
  const maker = pageMaker(options.socketPath)
  const state: State = {
    options,
    maker,
    pages: { kept: createStore(maxBytes * 0.6), asked: createStore(maxBytes * 0.3) },
    shells: createStore(maxBytes * 0.1),
    news: createNewsWatch(),
    flights: new Map(),
    secret: randomBytes(16).toString('hex'),
    notices: createNotices(maker, options),
    day: dayOf(options.now()),
    age: 0,
    hasNews: true,
  }
  return {
    fromMemory: (request, response) => fromMemory(state, request, response),
    handle: (request, response) => handle(state, request, response),
    changed: (tag) => {
      if (people?.changed(tag) !== true) changed(state, tag)
    },
    newsLost: () => {
      state.hasNews = false
      people?.forget()
    },
    newsBack: () => {
      expire(state)
      people?.forget()
      state.hasNews = true
    },
    hasNews: () => state.hasNews,
    sendNotice: state.notices.send,
    warm: state.notices.warm,
    size: () => ({ kept: state.pages.kept.size(), asked: state.pages.asked.size(), shells: state.shells.size() }),
    close: state.maker.close,
  }
}
