import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { connect } from '@/db/client'
import { config } from '@/lib/config/server'
import { exitUnlessListening, makeLog, onAskedToEnd } from '@/lib/processes/server'
import { answerOrHandOn, bundledRoutes } from './answers'
import { applicationAddress } from './application-address'
import { applicationAt } from './application-client'
import { compressed } from './compressed'
import { pageFront } from './front'
import { drain, portalServer } from './http'
import { makeMetrics } from './metrics'
import { formTargetsOf, withPageHeaders } from './page-headers'

type Served = { server: Server; close: () => Promise<void> }

const LOOK_EACH_MS = 100
/** For how far a dossier is, and for health. */
const CONNECTIONS = 8

/** The program that people reach. */
const settings = config()
const isDevelopment = process.env.NODE_ENV === 'development'
// What pages need beyond these is the application's.
const { db, close } = connect(settings.databaseUrl, { max: CONNECTIONS, name: 'mot-cua portal' })
const log = makeLog(settings.logLevel, 'portal')
const isEncrypted = settings.origin.startsWith('https:')
const formTargets = formTargetsOf(settings)
const metrics = makeMetrics(db)
const common = {
  ...{ db, log, metrics, metricsToken: settings.metricsToken },
  ...{ origin: settings.origin, isEncrypted, isBehindProxy: settings.isBehindProxy },
}

/** While somebody works on the pages Next is in this process, and none is kept. */
async function developed(): Promise<Served> {
  const { default: next } = await import('next')
  const app = next({ dev: true, dir: process.cwd(), hostname: 'localhost', port: settings.port })
  await app.prepare()
  const upgrade = app.getUpgradeHandler()
  const { origin, port } = settings
  const routes = bundledRoutes({ isDevelopment })
  const answer = answerOrHandOn({ origin, routes, next: app.getRequestHandler() })
  const server = portalServer({
    ...common,
    handle: withPageHeaders(answer, { formTargets, isDevelopment, where: { port } }),
    front: (request, response, next) => next(request, response),
  })
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))
  return { server, close: () => app.close() }
}

/** Pages come from memory or from the application, a process of its own: what it is busy with keeps no kept page from anybody. */
async function served(): Promise<Served> {
  const socketPath = applicationAddress(settings)
  const application = applicationAt(socketPath)
  while (!(await application.isUp())) await pause(LOOK_EACH_MS)
  const { databaseUrl } = settings
  const pages = await pageFront({ application, socketPath, db, databaseUrl, formTargets, log, isEncrypted })
  const { fromMemory, front, sendNotice } = pages
  // Kept pages are kept compressed. A proxy of ours in front compresses by itself.
  const handle = settings.isBehindProxy ? pages.handle : compressed(pages.handle)
  const server = portalServer({ ...common, application, handle, fromMemory, front, sendNotice })
  return {
    server,
    close: async () => {
      await pages.close()
      application.close()
    },
  }
}

const { server, close: closePages } = await (isDevelopment ? developed() : served())
server.listen(settings.port, settings.host, () => {
  log.info({ port: settings.port }, 'portal ready')
})
exitUnlessListening(server, log)
onAskedToEnd(async () => {
  await drain(server)
  await closePages()
  await close()
})
