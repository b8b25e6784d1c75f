import type { IncomingMessage, ServerResponse } from 'node:http'
import { say } from '@/lib/i18n'
import { ERRORS } from '@/lib/kernel'
import { localeOfCookie, type Notice } from '@/lib/pages/server'
import type { BodyFault } from './receive-body'

export type SendNotice = (notice: Notice, request: IncomingMessage, response: ServerResponse) => Promise<void>

const NOTICE_OF = { 'request-too-large': 'too-large', 'request-too-slow': 'too-slow' } as const satisfies Record<
  BodyFault,
  Notice
>
/** A browser reads an answer only once it has sent everything; longer than this nobody goes on for it. */
const LINGER_MS = 60_000

/** Whether a script asked, which shows the words itself. */
const isForScript = ({ url = '', headers }: IncomingMessage) =>
  url.startsWith('/api/') || headers['next-action'] !== undefined || headers.accept === 'application/json'

/** Answers what is not taken in: a page for people, JSON for scripts, the words alone for the upload protocol. */
export function refuseRequest(
  { sendNotice }: { sendNotice?: SendNotice },
  fault: BodyFault,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const rest = setTimeout(() => request.socket.destroy(), LINGER_MS)
  request.once('close', () => {
    clearTimeout(rest)
  })
  const { status, words } = ERRORS[fault]
  const said = say(words, localeOfCookie(request.headers.cookie))
  response.setHeader('cache-control', 'no-store')
  if (!isForScript(request) && sendNotice) {
    void sendNotice(NOTICE_OF[fault], request, response).catch(() => response.destroy())
    return
  }
  const isPlain = request.url?.startsWith('/api/tep') === true || request.headers['next-action'] !== undefined
  response.writeHead(status, { 'content-type': isPlain ? 'text/plain' : 'application/json; charset=utf-8' })
  response.end(isPlain ? said : JSON.stringify({ code: fault, words: said, issues: [] }))
}
