import type { IncomingMessage, ServerResponse } from 'node:http'

import type { PageMaker } from './page-maker'
import { withoutScripts } from './scriptless'
import { sendPage, type StoredPage, storePage } from './stored-page'

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

async function makeNotice(maker: PageMaker, notice: Notice, { isEncrypted, now }: Sent): Promise<StoredPage> {
  const { path, status } = NOTICES[notice]
  const { status: answered, html } = await maker.make(path, {})
  const bare = answered === 200 ? withoutScripts(html) : null
  if (bare === null) throw new Error(`the page ${path} could not be made`)
  return storePage(bare, { status, madeAt: now(), tags: [], encodings: 'best', isEncrypted })
}

/** Each is made once and kept for the life of the process: when it is needed, nothing else may work. */
export function createNotices(maker: PageMaker, sent: Sent): Notices {
  const made = new Map<Notice, StoredPage>()
  async function pageOf(notice: Notice): Promise<StoredPage> {
    const page = made.get(notice) ?? (await makeNotice(maker, notice, sent))
    made.set(notice, page)
    return page
  }
  return {
    async send(notice, request, response) {
      const page = await pageOf(notice)
      response.setHeader('retry-after', NOTICES[notice].retryAfter)
      sendPage(page, request, response)
    },
    async warm() {
      await Promise.all([pageOf('unavailable'), pageOf('too-many')])
    },
  }
}
