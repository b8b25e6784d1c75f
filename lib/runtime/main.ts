import next from 'next'
import { config } from '@/lib/config/server'
import { pageFront } from './front'
import { drain, portalServer, type Handle } from './http'
import { makeMetrics } from './metrics'
import { parts } from './server'

const settings = config()
const isDevelopment = process.env.NODE_ENV === 'development'
const { db, log, close } = parts()

const app = next({ dev: isDevelopment, dir: process.cwd(), hostname: 'localhost', port: settings.port })
await app.prepare()
const handle: Handle = app.getRequestHandler()
const isEncrypted = settings.origin.startsWith('https:')
const { databaseUrl } = settings
const pages = isDevelopment ? null : await pageFront({ next: handle, db, databaseUrl, log, isEncrypted })
const server = portalServer({
  handle,
  // While somebody works on the pages, none is kept.
  front: pages?.front ?? ((request, response, next) => next(request, response)),
  db,
  metrics: makeMetrics(db),
  metricsToken: settings.metricsToken,
  log,
  ...(pages && { fromMemory: pages.fromMemory, sendNotice: pages.sendNotice }),
  origin: settings.origin,
  isEncrypted,
  isBehindProxy: settings.isBehindProxy,
})
if (isDevelopment) {
  const upgrade = app.getUpgradeHandler()
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))
}
server.listen(settings.port, settings.host, () => {
  log.info({ port: settings.port }, 'portal ready')
})
server.once('error', (error) => {
  log.fatal({ error: error.message }, 'portal cannot listen')
  log.flush()
  process.exit(1)
})

let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) return
    isStopping = true
    void drain(server)
      .then(() => pages?.close())
      .then(() => app.close())
      .then(close)
      .finally(() => process.exit(0))
  })
}
