import { mkdtempSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterEach } from 'vitest'

import type { PageCacheOptions } from './make-page'
import { createPageCache, type PageCache } from './page-cache'

let open: { cache: PageCache; servers: Server[] }[] = []

afterEach(() => {
  for (const { cache, servers } of open) {
    cache.close()
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
  }
  open = []
})

/** The time it is; cases move it. */
export const day = { now: new Date('2026-11-21T10:00:00Z') }

/** The cache before `next`, listening; counts how often a page is made. */
export async function portalOf(
  rules: PageCacheOptions['rules'],
  page: (request: IncomingMessage) => string | Promise<string>,
  more: Partial<PageCacheOptions> = {},
) {
  const urls: string[] = []
  const faults: unknown[] = []
  const next: RequestListener = (request, response) => {
    urls.push(request.url ?? '')
    void Promise.resolve(page(request)).then((html) => {
      response.writeHead(html === '' ? 500 : 200, { 'content-type': 'text/html' }).end(html)
    })
  }
  const application = createServer(next)
  const socketPath = path.join(mkdtempSync(path.join(os.tmpdir(), 'pages-')), 'a.sock')
  await new Promise<void>((resolve) => application.listen(socketPath, resolve))
  const options = {
    ...{ next, socketPath },
    now: () => day.now,
    maxBytes: 1e6,
    rules,
    sessionCookies: ['session'],
    answers: {},
    formTargets: [],
    isEncrypted: false,
  }
  const cache = createPageCache({ ...options, onFault: (fault) => faults.push(fault), ...more })
  const server = createServer((request, response) => {
    if (!cache.handle(request, response)) response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push({ cache, servers: [server, application] })
  const address = server.address()
  const base = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`
  return { cache, made: urls, faults, get: (path: string, init?: RequestInit) => fetch(base + path, init) }
}
