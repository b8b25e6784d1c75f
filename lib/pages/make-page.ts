import type { IncomingMessage, RequestListener } from 'node:http'

import type { PageMaker } from './page-maker'
import type { PublicPage } from './rules'
import { withLateScripts } from './late-scripts'
import { withoutScripts } from './scriptless'
import type { Store } from './store'
import { type StoredPage, storePage } from './stored-page'
import { fill, type Template, TEMPLATE_HEADER, templateOf } from './template'
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
  /** Parts of the names of cookies that mean somebody is signed in. */
  sessionCookies: readonly string[]
  /** Path -> the query value that makes it a question, and who answers it. */
  answers: Record<string, { by: string; answer: AnswerSource }>
  isEncrypted: boolean
  onFault: (fault: unknown) => void
}

export type Shell = { parts: Template; bytes: number; tags: readonly string[] }
export type Asked = { page: PublicPage; visitor: Visitor; request: IncomingMessage; key: string }

/** What pages are made with. */
export type Workshop = { options: PageCacheOptions; maker: PageMaker; shells: Store<Shell> }

async function shellOf(shop: Workshop, { page, visitor }: Asked, kind: string): Promise<Template> {
  const key = `${page.path} ${kind} ${visitor.locale} ${visitor.size}`
  const known = shop.shells.get(key)
  if (known) return known.parts
  const by = shop.options.answers[page.path]?.by ?? ''
  const headers = { cookie: cookieOf(visitor), [TEMPLATE_HEADER]: kind }
  const made = await shop.maker.make(`${page.path}?${by}=x`, headers)
  const html = made.status < 500 ? withoutScripts(made.html) : null
  if (html === null) throw new Error(`no template ${kind} of ${page.path}: ${String(made.status)}`)
  const parts = templateOf(html)
  shop.shells.set(key, { parts, bytes: html.length * 2, tags: page.tags })
  return parts
}

const atNow = ({ options }: Workshop) => ({ isEncrypted: options.isEncrypted, madeAt: options.now() })

type Produced = { stored: StoredPage; isKept: boolean }

async function answered(shop: Workshop, asked: Asked, question: string): Promise<Produced | null> {
  const source = shop.options.answers[asked.page.path]
  if (!source) return null
  const answer = await source.answer(question, asked.visitor, asked.request)
  const html = fill(await shellOf(shop, asked, answer.template), answer.values)
  const accepted = asked.request.headers['accept-encoding'] ?? ''
  const tags = [...asked.page.tags, ...answer.tags]
  const encodings = accepted.includes('gzip') ? 'quick' : 'none'
  const stored = await storePage(html, { status: answer.status, tags, encodings, ...atNow(shop) })
  return { stored, isKept: answer.isKept }
}

function sendableOf(html: string, scripts: PublicPage['scripts']): { html: string; policy?: string } | null {
  if (scripts === 'late') return withLateScripts(html)
  const bare = withoutScripts(html)
  return bare === null ? null : { html: bare }
}

async function made(shop: Workshop, { page, visitor }: Asked): Promise<Produced | null> {
  const url = page.query === '' ? page.path : `${page.path}?${page.query}`
  const { status, html, location } = await shop.maker.make(url, { cookie: cookieOf(visitor) })
  if (status >= 500) throw new Error(`${page.path} answered ${String(status)}`)
  const sendable = location === undefined ? sendableOf(html, page.scripts) : null
  if (sendable === null) return null
  const encodings = page.pool === 'kept' ? 'best' : 'quick'
  return {
    stored: await storePage(sendable.html, {
      ...{ status, tags: page.tags, encodings, policy: sendable.policy },
      ...atNow(shop),
    }),
    isKept: status === 200,
  }
}

/** Has the page made; null when only Next itself can send it. */
export function makePage(shop: Workshop, asked: Asked): Promise<Produced | null> {
  const question = asked.page.values.get(shop.options.answers[asked.page.path]?.by ?? '')
  return question === null ? made(shop, asked) : answered(shop, asked, question)
}
