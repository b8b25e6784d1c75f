import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { attachmentPaths } from '@/lib/attachments'
import { say } from '@/lib/i18n'
import { createAllowance, localeOfCookie, type Notice } from '@/lib/pages/server'
import { askerOf } from './asker'
import { API } from './paths'
import type { BodyFault } from './receive-body'
import { REFUSALS } from './refusals'

export type SendNotice = (notice: Notice, request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A browser reads an answer only once it has sent everything; longer than this nobody goes on for it. */
const LINGER_MS = 60_000
/** Somebody's file or form is too large once; who goes on waits for each answer, and is not read meanwhile and slowly then. */
const AT_ONCE_A_MINUTE = 1
const HELD_MS = 10_000
const HELD_IN_ALL = 500
const HELD_BYTES_A_SECOND = 1024 ** 2

/** Done when the answer is out; says how many bytes a second of the rest are taken in. */
export type Refuse = (fault: BodyFault, request: IncomingMessage, response: ServerResponse) => Promise<number>

/** Refuses bodies: at once, and after some of the same address in a minute only after a while. */
export function requestRefuser(portal: { sendNotice?: SendNotice }): Refuse {
  const allowance = createAllowance(AT_ONCE_A_MINUTE)
  let waiting = 0
  return async (fault, request, response) => {
    const isAtOnce = allowance.take(askerOf(request), Date.now())
    if (!isAtOnce) {
      if (waiting >= HELD_IN_ALL) request.socket.destroy()
      waiting += 1
      await untilClosed(request, HELD_MS)
      waiting -= 1
    }
    if (!request.socket.destroyed) await refuseRequest(portal, fault, request, response)
    return isAtOnce ? Number.POSITIVE_INFINITY : HELD_BYTES_A_SECOND
  }
}

/** Waits so long, or until the other side has gone. */
async function untilClosed(request: IncomingMessage, milliseconds: number): Promise<void> {
  const over = new AbortController()
  const { signal } = over
  const closed = once(request, 'close', { signal }).catch(() => undefined)
  await Promise.race([pause(milliseconds, undefined, { signal }), closed])
  over.abort()
}

/** Whether a script asked, which shows the words itself. */
const isForScript = ({ url = '', headers }: IncomingMessage) =>
  url.startsWith(API) || headers['next-action'] !== undefined || headers.accept === 'application/json'

/** Answers what is not taken in: a page for people, JSON for scripts, the words alone for the upload protocol. */
export async function refuseRequest(
  { sendNotice }: { sendNotice?: SendNotice },
  fault: keyof typeof REFUSALS,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const rest = setTimeout(() => request.socket.destroy(), LINGER_MS)
  request.once('close', () => {
    clearTimeout(rest)
  })
  const { notice, status, words } = REFUSALS[fault]
  const sentence = say(words, localeOfCookie(request.headers.cookie))
  response.setHeader('cache-control', 'no-store')
  if (!isForScript(request) && sendNotice) {
    await sendNotice(notice, request, response).catch(() => response.destroy())
    return
  }
  const isPlain =
    request.url?.startsWith(attachmentPaths.uploads()) === true || request.headers['next-action'] !== undefined
  response.writeHead(status, { 'content-type': isPlain ? 'text/plain' : 'application/json; charset=utf-8' })
  response.end(isPlain ? sentence : JSON.stringify({ code: fault, words: sentence, issues: [] }))
}
