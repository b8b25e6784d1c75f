import type { IncomingMessage, ServerResponse } from 'node:http'

import { LOCALES, type Locale, localeOf } from '@/lib/i18n'
import type { PageMaker } from './page-maker'
import { withoutScripts } from './scriptless'
import { sendPage, type StoredPage, storePage } from './stored-page'
import { cookieOf, visitorOf } from './visitor'

/** Pages that stand in for the one asked for. */
const NOTICES = {
  unavailable: { path: '/loi/gian-doan', status: 503, retryAfter: '10' },
  'too-many': { path: '/loi/qua-nhieu-yeu-cau', status: 429, retryAfter: '60' },
} as const

export type Notice = keyof typeof NOTICES

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
  const made = new Map<string, StoredPage>()
  async function pageOf(notice: Notice, locale: Locale): Promise<StoredPage> {
    const key = `${notice} ${locale}`
    const page = made.get(key) ?? (await makeNotice(maker, notice, locale, sent))
    made.set(key, page)
    return page
  }
  return {
    async send(notice, request, response) {
      const page = await pageOf(notice, localeOf(visitorOf(request.headers.cookie, []).locale))
      response.setHeader('retry-after', NOTICES[notice].retryAfter)
      sendPage(page, request, response)
    },
    async warm() {
      await Promise.all(LOCALES.flatMap((locale) => [pageOf('unavailable', locale), pageOf('too-many', locale)]))
    },
  }
}
