import type { IncomingMessage, ServerResponse } from 'node:http'

import { LOCALES, type Locale } from '@/lib/i18n'
import type { PageMaker } from './page-maker'
import { noticePage } from './paths'
import { withoutScripts } from './scriptless'
import { sendPage, type StoredPage, storePage } from './stored-page'
import { cookieOf, localeOfCookie, visitorOf } from './visitor'

const NAMES = ['unavailable', 'too-many', 'too-large', 'too-slow'] as const
export type Notice = (typeof NAMES)[number]

/** Pages that stand in for the one asked for. */
const NOTICES: Record<Notice, { path: string; status: number; retryAfter?: string }> = {
  unavailable: { path: noticePage('gian-doan'), status: 503, retryAfter: '10' },
  'too-many': { path: noticePage('qua-nhieu-yeu-cau'), status: 429, retryAfter: '60' },
  'too-large': { path: noticePage('qua-lon'), status: 413 },
  'too-slow': { path: noticePage('qua-cham'), status: 408 },
}

export type Notices = {
  send: (notice: Notice, request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Makes all of them, while all is well. */
  warm: () => Promise<void>
}

type Sent = { isEncrypted: boolean; now: () => Date }

async function makeNotice(maker: PageMaker, notice: Notice, locale: Locale, sent: Sent): Promise<StoredPage> {
  const { path, status } = NOTICES[notice]
  const { status: answered, html } = await maker.make(path, { cookie: cookieOf({ ...visitorOf('', []), locale }) })
  const bare = answered === 200 ? withoutScripts(html) : null
  if (bare === null) throw new Error(`the page ${path} could not be made`)
  const { isEncrypted, now } = sent
  return storePage(bare, { status, madeAt: now(), tags: [], encodings: 'best', isEncrypted })
}

/** Each is made once in every language and kept for the life of the process: when it is needed, nothing else may work. */
export function createNotices(maker: PageMaker, sent: Sent): Notices {
  const pages = new Map<string, StoredPage>()
  async function pageOf(notice: Notice, locale: Locale): Promise<StoredPage> {
    const key = `${notice} ${locale}`
    const page = pages.get(key) ?? (await makeNotice(maker, notice, locale, sent))
    pages.set(key, page)
    return page
  }
  return {
    async send(notice, request, response) {
      const page = await pageOf(notice, localeOfCookie(request.headers.cookie))
      const { retryAfter } = NOTICES[notice]
      if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter)
      sendPage(page, request, response)
    },
    async warm() {
      await Promise.all(LOCALES.flatMap((locale) => NAMES.map((notice) => pageOf(notice, locale))))
    },
  }
}
