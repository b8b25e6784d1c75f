import { randomUUID, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Database } from '@/db/client'
import { isForeignChange, PERSON_HEADER, SECURITY_HEADERS, TEMPLATE_HEADER, TRANSPORT_SECURITY } from '@/lib/pages'
import { describeError } from '@/lib/processes/server'
import type { Application } from './application-client'
import { limitOf } from './body-limits'
import type { Handle } from './handle'
import { healthOf } from './health'
import type { Metrics } from './metrics'
import { pathOf } from './path-of'
import { API, portalPaths } from './paths'
import { receiveBody } from './receive-body'
import { type Refuse, requestRefuser, type SendNotice } from './refuse-request'

const [IS_LIVE, IS_READY, METRICS] = [portalPaths.isLive(), portalPaths.isReady(), portalPaths.metrics()]

/** Stands before the application: answers what it can (a cached page) and hands on the rest. */
export type Front = (request: IncomingMessage, response: ServerResponse, next: Handle) => Promise<void> | void

export type Portal = {
  handle: Handle
  /** The process that makes pages, where that is another. */
  application?: Pick<Application, 'isUp' | 'metrics'>
  /** Sends a page kept in memory, if it is that; such answers are counted, not logged one by one. */
  fromMemory?: (request: IncomingMessage, response: ServerResponse) => boolean
  front: Front
  /** Sends the page that says why a request is refused; without it the words come as plain text. */
  sendNotice?: SendNotice
  db: Database
  metrics: Metrics
  metricsToken: string | null
  log: Logger
  /** The address people use; the machine's own number leads there, because sign-in works for one address only. */
  origin: string
  isEncrypted: boolean
  /** Whether a proxy of ours stands in front and says who asks. */
  isBehindProxy: boolean
}

/** The portal's HTTP server: request id, headers, log line and metrics for every answer, health before all else. */
export function portalServer(portal: Portal): Server {
  const isStray = strayHost(portal.origin)
  const refuse = requestRefuser(portal)
  const server = createServer((request, response) => {
    if (isStray(request)) {
      response.writeHead(307, { location: `${portal.origin}${request.url ?? '/'}`, 'cache-control': 'no-store' }).end()
      return
    }
    if (portal.fromMemory?.(request, response)) {
      portal.metrics.countFromMemory()
      return
    }
    const pathname = pathOf(request)
    prepare(portal, request, response)
    observe(portal, pathname, request, response)
    answer({ ...portal, refuse }, pathname, request, response).catch((error: unknown) => {
      const requestId = request.headers['x-request-id']
      portal.log.error({ error: describeError(error), path: pathname, requestId }, 'request failed')
      answerFailed(response)
    })
  })
  // Long enough for a large upload over a slow line, short enough that nobody holds a connection without asking.
  server.requestTimeout = 600_000
  server.headersTimeout = 15_000
  server.keepAliveTimeout = 65_000
  return server
}

/** The answer where ours failed: a word to the person, none about the inside. */
export function answerFailed(response: ServerResponse): void {
  if (response.headersSent) response.destroy()
  else
    response
      .writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      .end('Hệ thống gặp lỗi. Hãy thử lại sau ít phút.')
}

/** Whether a page is asked for at 127.0.0.1 where the portal lives at localhost; programs may go on using the number. */
function strayHost(origin: string): (request: IncomingMessage) => boolean {
  const { hostname, port } = new URL(origin)
  if (hostname !== 'localhost') return () => false
  const strays = [`127.0.0.1:${port}`, `[::1]:${port}`]
  return ({ headers, method, url }) =>
    strays.includes(headers.host ?? '') && method === 'GET' && url?.startsWith(API) === false
}

async function answer(
  portal: Portal & { refuse: Refuse },
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Before anything is waited for: the body may be here already.
  const isReceived = await receiveBody(request, limitOf(request), (fault) => portal.refuse(fault, request, response))
  if (!isReceived) return
  if (isForeign(request)) {
    response.writeHead(403).end()
    return
  }
  if (pathname === IS_LIVE) {
    json(response, 200, { status: 'up' })
    return
  }
  if (pathname === IS_READY) {
    const { isReady, parts } = await healthOf(portal.db, portal.application)
    json(response, isReady ? 200 : 503, { status: isReady ? 'up' : 'down', ...parts })
    return
  }
  if (pathname === METRICS) {
    await answerMetrics(portal, request, response)
    return
  }
  await portal.front(request, response, portal.handle)
}

/** No change from another site's page. */
function isForeign({ method = 'GET', headers }: IncomingMessage): boolean {
  const { host = null, origin = null } = headers
  const fetchSite = headers['sec-fetch-site']
  return isForeignChange({ method, host, origin, fetchSite: typeof fetchSite === 'string' ? fetchSite : null })
}

async function answerMetrics(
  { metrics, metricsToken, application }: Portal,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!mayReadMetrics(request, metricsToken)) {
    json(response, 404, { status: 'not-found' })
    return
  }
  const [own, ofApplication = ''] = await Promise.all([metrics.text(), application?.metrics()])
  response
    .writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' })
    .end(own + ofApplication)
}

/** With a token, whoever holds it; without one, only this machine, and not through a proxy. */
function mayReadMetrics(request: IncomingMessage, token: string | null): boolean {
  if (token !== null) return isEqual(request.headers.authorization ?? '', `Bearer ${token}`)
  const asker = String(request.headers['x-forwarded-for'] ?? request.socket.remoteAddress)
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(asker)
}

function isEqual(actual: string, expected: string): boolean {
  const [a, b] = [Buffer.from(actual), Buffer.from(expected)]
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}

function json(response: ServerResponse, status: number, body: Record<string, string>): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body))
}

function prepare(portal: Portal, request: IncomingMessage, response: ServerResponse): void {
  const incomingId = request.headers['x-request-id']
  const requestId = typeof incomingId === 'string' && /^[\w-]{8,64}$/.test(incomingId) ? incomingId : randomUUID()
  request.headers['x-request-id'] = requestId
  response.setHeader('x-request-id', requestId)
  // Pages with place-holders are for the portal alone, which asks for them itself.
  for (const name of [TEMPLATE_HEADER, PERSON_HEADER]) Reflect.deleteProperty(request.headers, name)
  // Without a proxy of ours the header would be the client's own word, and limits per address would limit nobody.
  if (!portal.isBehindProxy) request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  if (portal.isEncrypted) response.setHeader('strict-transport-security', TRANSPORT_SECURITY)
}

function observe({ log, metrics }: Portal, pathname: string, request: IncomingMessage, response: ServerResponse): void {
  const started = performance.now()
  response.once('close', () => {
    const seconds = (performance.now() - started) / 1000
    const method = request.method ?? 'GET'
    const status = response.writableFinished ? response.statusCode : 499
    metrics.observe({ method, pathname, status, seconds })
    if (pathname.startsWith('/_next/static/') && status < 400) return
    log.info(
      { requestId: request.headers['x-request-id'], method, path: pathname, status, ms: Math.round(seconds * 1000) },
      'request',
    )
  })
}

/** Stops taking requests, lets those under way end, and after ten seconds cuts the rest off. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  // A kept connection becomes idle when its answer is out, and would be waited for.
  const sweep = setInterval(() => {
    server.closeIdleConnections()
  }, 100)
  const cut = setTimeout(() => {
    server.closeAllConnections()
  }, 10_000)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}
