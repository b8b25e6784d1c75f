import type { IncomingMessage, RequestListener } from 'node:http'

import { accepts } from './accepts'
import { withLateScripts } from './late-scripts'
import type { NewsWatch } from './news-watch'
import type { PageMaker } from './page-maker'
import { PERSON_HEADER, type People, type PersonOnPage, personHeader, personPrefix } from './people'
import { type PackedTemplate, type PersonalPage, packTemplate, personalHead } from './personal-page'
import type { PageRule, PublicPage } from './rules'
import { withoutScripts } from './scriptless'
import type { Store } from './store'
import { type StoredPage, storePage } from './stored-page'
import { fill, TEMPLATE_HEADER, type Template, templateOf } from './template'
import { cookieOf, type Visitor } from './visitor'

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
  /** The socket Next listens at. */
  socketPath: string
  /** Hands a request on to Next as it is. */
  next: RequestListener
  now: () => Date
  maxBytes: number
  /** Every page that waits for nothing but its visitor, those asked for most first. */
  rules: readonly PageRule[]
  /** Parts of the names of cookies that mean somebody is signed in. */
  sessionCookies: readonly string[]
  /** Path -> the query value that makes it a question, and who answers it. */
  answers: Record<string, { by: string; answer: AnswerSource }>
  /** Whoever is signed in; without it their pages are Next's. */
  people?: People
  /** Origins a form of a page for somebody signed in may end at. */
  formTargets: readonly string[]
  isEncrypted: boolean
  onFault: (fault: unknown) => void
}

export type Shell = ({ parts: Template } | { packed: PackedTemplate['template'] }) & {
  bytes: number
  tags: readonly string[]
}
/** `person` is null for who is not signed in. */
export type Asked = {
  page: PublicPage
  visitor: Visitor
  request: IncomingMessage
  key: string
  person: PersonOnPage | null
}

/** What pages are made with. `secret` is in the place-holders of what is a person's. */
export type Workshop = {
  options: PageCacheOptions
  maker: PageMaker
  shells: Store<Shell>
  news: NewsWatch
  secret: string
}

export type Produced = { page: StoredPage | PersonalPage; isKept: boolean }

function headersFor({ secret }: Workshop, { visitor, person }: Asked): Record<string, string> {
  const own = { cookie: cookieOf(visitor) }
  return person === null ? own : { ...own, [PERSON_HEADER]: personHeader(person.area, secret) }
}

async function madeShell(shop: Workshop, visit: Asked, kind: string): Promise<Shell> {
  const { page, person } = visit
  const by = shop.options.answers[page.path]?.by ?? ''
  const headers = { ...headersFor(shop, visit), [TEMPLATE_HEADER]: kind }
  const rendered = await shop.maker.make(`${page.path}?${by}=x`, headers)
  const html = rendered.status < 500 ? withoutScripts(rendered.html) : null
  if (html === null) throw new Error(`no template ${kind} of ${page.path}: ${String(rendered.status)}`)
  const { tags } = page
  if (person === null) return { parts: templateOf(html), bytes: html.length * 2, tags }
  const { template, bytes } = await packTemplate(templateOf(html, ['', personPrefix(shop.secret)]))
  return { packed: template, bytes, tags }
}

async function shellOf(shop: Workshop, visit: Asked, kind: string): Promise<Shell> {
  const { page, visitor, person } = visit
  const key = `${page.path} ${kind} ${visitor.locale} ${visitor.size} ${person?.area ?? ''}`
  const storedShell = shop.shells.get(key)
  if (storedShell) return storedShell
  return shop.news.during(async (news) => {
    const shell = await madeShell(shop, visit, kind)
    if (!news.spokeOf(shell.tags) && !news.wereMissed()) shop.shells.set(key, shell)
    return shell
  })
}

const BYTES_OF_AN_ANSWER = 1024

const atNow = ({ options }: Workshop) => ({ isEncrypted: options.isEncrypted, madeAt: options.now() })
const headFor = ({ options }: Workshop) => personalHead(options.formTargets, options.isEncrypted)

async function answered(shop: Workshop, visit: Asked, question: string): Promise<Produced | null> {
  const source = shop.options.answers[visit.page.path]
  if (!source) return null
  const { template, status, values, isKept, ...answer } = await source.answer(question, visit.visitor, visit.request)
  const shell = await shellOf(shop, visit, template)
  const tags = [...visit.page.tags, ...answer.tags]
  if ('packed' in shell) {
    // Its texts are those of the shell, which is counted by itself.
    const bytes = JSON.stringify(values).length + BYTES_OF_AN_ANSWER
    return { page: { status, head: headFor(shop), template: shell.packed, values, bytes, tags }, isKept }
  }
  const encodings = accepts(visit.request.headers['accept-encoding'], 'gzip') ? 'quick' : 'none'
  return { page: await storePage(fill(shell.parts, values), { status, tags, encodings, ...atNow(shop) }), isKept }
}

function sendableOf(html: string, scripts: PublicPage['scripts']): { html: string; policy?: string } | null {
  if (scripts === 'late') return withLateScripts(html)
  const bare = withoutScripts(html)
  return bare === null ? null : { html: bare }
}

async function produce(shop: Workshop, visit: Asked): Promise<Produced | null> {
  const { page, person } = visit
  const { tags } = page
  const url = page.query === '' ? page.path : `${page.path}?${page.query}`
  const { status, html, location } = await shop.maker.make(url, headersFor(shop, visit))
  if (status >= 500) throw new Error(`${page.path} answered ${String(status)}`)
  const sendable = location === undefined ? sendableOf(html, page.scripts) : null
  if (sendable === null) return null
  const isKept = status === 200
  if (person !== null) {
    const packed = await packTemplate(templateOf(sendable.html, [personPrefix(shop.secret)]))
    return { page: { status, head: headFor(shop), values: {}, tags, ...packed }, isKept }
  }
  const encodings = page.pool === 'kept' ? 'best' : 'quick'
  const { policy } = sendable
  return { page: await storePage(sendable.html, { status, tags, encodings, policy, ...atNow(shop) }), isKept }
}

/** Has the page made; null when only Next itself can send it. */
export function makePage(shop: Workshop, visit: Asked): Promise<Produced | null> {
  const question = visit.page.values.get(shop.options.answers[visit.page.path]?.by ?? '')
  return question === null ? produce(shop, visit) : answered(shop, visit, question)
}
