import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

import { createNotices, type Notices } from './notices'
import { type PageMaker, pageMaker } from './page-maker'
import { type Pool, type PublicPage, publicPage } from './rules'
import { withoutScripts } from './scriptless'
import { createStore, type Store } from './store'
import { sendPage, type StoredPage, storePage } from './stored-page'
import { fill, type Template, TEMPLATE_HEADER, templateOf } from './template'
import { cookieOf, type Visitor, visitorOf } from './visitor'

/** One answer of a page that differs only in values: the template it belongs in, and when it gets stale. */
export type Answer = {
  template: string
  status: number
  values: Record<string, string>
  tags: readonly string[]
  /** False for what must be asked anew each time (a refusal). */
  isKept: boolean
}

export type AnswerSource = (question: string, visitor: Visitor, request: IncomingMessage) => Promise<Answer>

export type PageCacheOptions = {
  /** Next's request handler. */
  next: RequestListener
  now: () => Date
  maxBytes: number
  /** Parts of the names of cookies that mean somebody is signed in. */
  sessionCookies: readonly string[]
  /** Path -> the query value that makes it a question, and who answers it. */
  answers: Record<string, { by: string; answer: AnswerSource }>
  isEncrypted: boolean
  onFault: (fault: unknown) => void
}

/** `seen` collects what changed while the page was being made: a page made from older facts is sent but not kept. */
type Flight = { page: Promise<StoredPage | null>; seen: Set<string> }
type Shell = { parts: Template; bytes: number; tags: readonly string[] }

type State = {
  options: PageCacheOptions
  maker: PageMaker
  pages: Record<Pool, Store<StoredPage>>
  shells: Store<Shell>
  flights: Map<string, Flight>
  notices: Notices
  day: number
}

type Asked = { page: PublicPage; visitor: Visitor; request: IncomingMessage; key: string }

const EVERYTHING = '*'
/** The day in Hanoi (UTC+7, no summer time): fees and terms on a page hold for one day. */
function dayOf(now: Date): number {
  return Math.floor((now.getTime() + 7 * 3_600_000) / 86_400_000)
}

function clear(state: State): void {
  state.pages.kept.clear()
  state.pages.asked.clear()
  state.shells.clear()
  for (const flight of state.flights.values()) flight.seen.add(EVERYTHING)
  state.flights.clear()
}

function changed(state: State, tag: string): void {
  for (const store of [state.pages.kept, state.pages.asked, state.shells]) store.drop(tag)
  for (const flight of state.flights.values()) flight.seen.add(tag)
  state.flights.clear()
}

async function shellOf(state: State, { page, visitor }: Asked, kind: string): Promise<Template> {
  const key = `${page.path} ${kind} ${visitor.locale} ${visitor.size}`
  const known = state.shells.get(key)
  if (known) return known.parts
  const by = state.options.answers[page.path]?.by ?? ''
  const headers = { cookie: cookieOf(visitor), [TEMPLATE_HEADER]: kind }
  const made = await state.maker.make(`${page.path}?${by}=x`, headers)
  const html = made.status < 500 ? withoutScripts(made.html) : null
  if (html === null) throw new Error(`no template ${kind} of ${page.path}: ${String(made.status)}`)
  const parts = templateOf(html)
  state.shells.set(key, { parts, bytes: html.length * 2, tags: page.tags })
  return parts
}

const encryption = ({ options }: State) => ({ isEncrypted: options.isEncrypted })

type Produced = { stored: StoredPage; isKept: boolean }

async function answered(state: State, asked: Asked, question: string): Promise<Produced | null> {
  const source = state.options.answers[asked.page.path]
  if (!source) return null
  const answer = await source.answer(question, asked.visitor, asked.request)
  const html = fill(await shellOf(state, asked, answer.template), answer.values)
  const accepted = asked.request.headers['accept-encoding'] ?? ''
  const tags = [...asked.page.tags, ...answer.tags]
  const encodings = accepted.includes('gzip') ? 'quick' : 'none'
  const stored = await storePage(html, { status: answer.status, tags, encodings, ...encryption(state) })
  return { stored, isKept: answer.isKept }
}

async function made(state: State, { page, visitor }: Asked): Promise<Produced | null> {
  const url = page.query === '' ? page.path : `${page.path}?${page.query}`
  const { status, html, location } = await state.maker.make(url, { cookie: cookieOf(visitor) })
  if (status >= 500) throw new Error(`${page.path} answered ${String(status)}`)
  const bare = location === undefined ? withoutScripts(html) : null
  if (bare === null) return null
  const encodings = page.pool === 'kept' ? 'best' : 'quick'
  return {
    stored: await storePage(bare, { status, tags: page.tags, encodings, ...encryption(state) }),
    isKept: status === 200,
  }
}

async function produce(state: State, asked: Asked, seen: Set<string>): Promise<StoredPage | null> {
  const question = asked.page.values.get(state.options.answers[asked.page.path]?.by ?? '')
  const produced = await (question === null ? made(state, asked) : answered(state, asked, question))
  if (!produced) return null
  const isStale = seen.has(EVERYTHING) || produced.stored.tags.some((tag) => seen.has(tag))
  if (produced.isKept && !isStale) state.pages[asked.page.pool].set(asked.key, produced.stored)
  return produced.stored
}

/** One rendering for all who ask for the same page at the same time. */
function flightOf(state: State, asked: Asked): Promise<StoredPage | null> {
  const running = state.flights.get(asked.key)
  if (running) return running.page
  const seen = new Set<string>()
  const flight: Flight = { seen, page: produce(state, asked, seen) }
  const land = () => {
    if (state.flights.get(asked.key) === flight) state.flights.delete(asked.key)
  }
  flight.page.then(land, land)
  state.flights.set(asked.key, flight)
  return flight.page
}

async function serveMiss(state: State, asked: Asked, response: ServerResponse): Promise<void> {
  try {
    const page = await flightOf(state, asked)
    if (page) sendPage(page, asked.request, response)
    else state.options.next(asked.request, response)
  } catch (fault) {
    state.options.onFault(fault)
    await state.notices.send('unavailable', asked.request, response)
  }
}

function isReading({ method, headers }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && headers['rsc'] === undefined
}

/** A new day makes every page anew. */
function turnTheDay(state: State): void {
  const today = dayOf(state.options.now())
  if (today === state.day) return
  clear(state)
  state.day = today
}

/** What is asked for; null for what is no public page or asked by somebody signed in. */
function askedBy(state: State, request: IncomingMessage): Asked | null {
  const page = isReading(request) ? publicPage(request.url ?? '') : null
  if (!page) return null
  const visitor = visitorOf(request.headers.cookie, state.options.sessionCookies)
  if (visitor.isSignedIn) return null
  turnTheDay(state)
  return { page, visitor, request, key: `${page.path}?${page.query} ${visitor.locale} ${visitor.size}` }
}

function fromMemory(state: State, request: IncomingMessage, response: ServerResponse): boolean {
  const asked = askedBy(state, request)
  const hit = asked && state.pages[asked.page.pool].get(asked.key)
  if (!hit) return false
  sendPage(hit, request, response)
  return true
}

function handle(state: State, request: IncomingMessage, response: ServerResponse): boolean {
  if (fromMemory(state, request, response)) return true
  const asked = askedBy(state, request)
  if (!asked) return false
  serveMiss(state, asked, response).catch((fault: unknown) => {
    state.options.onFault(fault)
    response.destroy()
  })
  return true
}

export type PageCache = {
  /** Serves the request if the page is kept; false leaves it to the caller. Costs next to nothing either way. */
  fromMemory: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Serves the request if it is for a public page and nobody is signed in; false leaves it to the caller. */
  handle: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Forgets every page that carries the tag. */
  changed: (tag: string) => void
  /** Forgets everything: after a gap in the news of changes. */
  clear: () => void
  /** Sends a page that stands in for the one asked for. */
  sendNotice: Notices['send']
  /** Makes the pages that stand in for others, while all is well. */
  warm: () => Promise<void>
  size: () => Record<Pool | 'shells', { entries: number; bytes: number }>
  close: () => Promise<void>
}

/** The full-page cache in front of Next for pages without an interactive part. */
export async function createPageCache(options: PageCacheOptions): Promise<PageCache> {
  const { maxBytes } = options
  const maker = await pageMaker(options.next)
  const state: State = {
    options,
    maker,
    pages: { kept: createStore(maxBytes * 0.6), asked: createStore(maxBytes * 0.3) },
    shells: createStore(maxBytes * 0.1),
    flights: new Map(),
    notices: createNotices(maker, options.isEncrypted),
    day: dayOf(options.now()),
  }
  return {
    fromMemory: (request, response) => fromMemory(state, request, response),
    handle: (request, response) => handle(state, request, response),
    changed: (tag) => {
      changed(state, tag)
    },
    clear: () => {
      clear(state)
    },
    sendNotice: state.notices.send,
    warm: state.notices.warm,
    size: () => ({ kept: state.pages.kept.size(), asked: state.pages.asked.size(), shells: state.shells.size() }),
    close: () => state.maker.close(),
  }
}
