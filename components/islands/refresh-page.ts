import { redrawIslands } from './live-islands'
import { matchPage } from './match-page'

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000

let running: Promise<void> = Promise.resolve()
let queued: Promise<void> | null = null

/** Shows the page as the server draws it by now, while all that works in the browser goes on. */
export function refreshPage(): Promise<void> {
  queued ??= running.then(() => {
    queued = null
    running = refreshOnce()
    return running
  })
  return queued
}

async function refreshOnce(): Promise<void> {
  const fresh = await pageByNow()
  const [main, next] = [document.querySelector('main'), fresh?.querySelector('main')]
  if (!fresh || !main || !next) {
    location.reload()
    return
  }
  document.title = fresh.title
  matchPage(main, next)
  if (!redrawIslands()) location.reload()
}

/** The page at an address; null where that leads to another one, undefined where nobody can say now. */
async function pageAt(address: string): Promise<Document | null | undefined> {
  const answer = await fetch(address, { headers: { accept: 'text/html' }, cache: 'no-store' })
  if (answer.status >= 500) return undefined
  if (!answer.ok || answer.redirected) return null
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

/** The page this address leads to by now; null where that is another one. An outage is waited out. */
async function pageByNow(): Promise<Document | null> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    const answer = await pageAt(location.href).catch(() => undefined)
    if (answer !== undefined) return answer
    await new Promise((resolve) => {
      setTimeout(resolve, wait)
    })
  }
}
