import { type StoredPage, storePage } from './stored-page'

/** What the frame of every public page carries, hidden, for the day its page can only be sent as it was kept. */
const BANNER = /(<div) hidden=""( data-kept-copy="[^"]*")/
const TIME = /(<time data-kept-at="[^"]*">)[^<]*(<\/time>)/

const IN_HANOI = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  ...{ hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric' },
})

const copies = new WeakMap<StoredPage, Promise<StoredPage>>()

/** The page as it was kept, saying so and since when; as it is where scripts would stumble over what they did not write. */
export function keptCopy(page: StoredPage, isEncrypted: boolean): Promise<StoredPage> {
  if (page.hasScripts) return Promise.resolve(page)
  const copy = copies.get(page)
  if (copy) return copy
  const { status, madeAt, tags } = page
  const html = page.variants.identity.body
    .toString('utf8')
    .replace(BANNER, '$1$2')
    .replace(TIME, `$1${IN_HANOI.format(madeAt)}$2`)
  const stored = storePage(html, { status, madeAt, tags, encodings: 'quick', isEncrypted })
  copies.set(page, stored)
  return stored
}
