import { Agent, type ClientRequest, type IncomingMessage, request as ask, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { portalPaths } from './paths'
import type { Handle } from './handle'

/** The application is not there, or went away before it said anything; nothing of an answer has been sent. */
export class ApplicationAway extends Error {}

export type Application = {
  /** Hands a request on and sends back what is answered. Rejects with `ApplicationAway` while nothing has been sent. */
  handle: Handle
  /** Whether it answers within two seconds. */
  isUp: () => Promise<boolean>
  /** Its own figures in the Prometheus text format; empty while it does not answer. */
  metrics: () => Promise<string>
  close: () => void
}

/** What belongs to one connection, not to what is sent over it (RFC 9110, 7.6.1); `transfer-encoding` says how a body is framed. */
const OF_THE_CONNECTION = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
  'expect',
])
const PATIENCE_MS = 2_000
/** It is being started again: nothing of the request has left yet, so it can wait. */
const RESTART_MS = 8_000
const LOOK_EACH_MS = 100

/** The application that listens at `socketPath` (`applicationAddress`); a request waits so long for it to be there. */
export function applicationAt(socketPath: string, waitMs = RESTART_MS): Application {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64 })
  return {
    handle: async (request, response) => {
      const { method, url, headers } = request
      const options = { socketPath, agent, method, path: url, headers: endToEnd(headers) }
      const upstream = await connected(() => ask(options), request, waitMs)
      if (upstream !== null) await exchange(request, response, upstream)
    },
    isUp: () => textOf(socketPath, portalPaths.isLive()).then((answer) => answer !== null),
    metrics: () => textOf(socketPath, portalPaths.metrics()).then((answer) => answer ?? ''),
    close: () => {
      agent.destroy()
    },
  }
}

const endToEnd = (headers: IncomingMessage['headers']) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.has(name)))

/** A request whose connection stands; null when whoever asked has gone. */
async function connected(
  make: () => ClientRequest,
  { socket }: IncomingMessage,
  waitMs: number,
): Promise<ClientRequest | null> {
  const end = performance.now() + waitMs
  while (!socket.destroyed) {
    const upstream = make()
    const fault = await faultOfConnecting(upstream)
    if (fault === null) return upstream
    if (performance.now() > end) throw new ApplicationAway(fault.message)
    await pause(LOOK_EACH_MS)
  }
  return null
}

function faultOfConnecting(upstream: ClientRequest): Promise<Error | null> {
  return new Promise((resolve) => {
    // It stays: between two listeners a fault would be nobody's, and end the process.
    upstream.on('error', resolve)
    upstream.once('socket', (socket) => {
      const stands = () => {
        resolve(null)
      }
      if (socket.connecting) socket.once('connect', stands)
      else stands()
    })
  })
}

/** Sends the request's body on and the answer back; either side that goes takes the other with it. */
function exchange(request: IncomingMessage, response: ServerResponse, upstream: ClientRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    const away = (why: string) => {
      request.unpipe(upstream)
      if (response.headersSent) {
        response.destroy()
        resolve()
      } else reject(new ApplicationAway(why))
    }
    if (upstream.destroyed) {
      away('the connection has gone')
      return
    }
    upstream.on('error', (fault) => {
      away(fault.message)
    })
    upstream.once('response', (answer) => {
      for (const [name, value] of Object.entries(answer.headers)) {
        if (value !== undefined && !OF_THE_CONNECTION.has(name) && name !== 'transfer-encoding')
          response.setHeader(name, value)
      }
      response.writeHead(answer.statusCode ?? 502)
      pipeline(answer, response, () => {
        resolve()
      })
    })
    response.once('close', () => {
      if (!response.writableFinished) upstream.destroy()
      resolve()
    })
    request.pipe(upstream)
  })
}

/** What the application answers for itself; null when it does not in time. */
function textOf(socketPath: string, path: string): Promise<string | null> {
  return new Promise((resolve) => {
    const nothing = () => {
      resolve(null)
    }
    const upstream = ask({ socketPath, path, signal: AbortSignal.timeout(PATIENCE_MS) }, (answer) => {
      text(answer).then(resolve, nothing)
    })
    upstream.on('error', nothing)
    upstream.end()
  })
}
