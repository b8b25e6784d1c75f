import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import next from 'next'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { config } from '@/lib/config/server'
import { describeError, exitUnlessListening, onAskedToEnd } from '@/lib/processes/server'
import { parts } from '@/lib/runtime/server'
import { answerOrHandOn, bundledRoutes } from './answers'
import { applicationAddress } from './application-address'
import { answerFailed, drain } from './http'
import { formTargetsOf, withPageHeaders } from './page-headers'
import { portalPaths } from './paths'

/** The program that makes pages: Next on a socket that the portal alone asks, beside how it is (`portalPaths`). */
const settings = config()
const { log, close } = parts()
const address = applicationAddress(settings)

const app = next({ dev: false, dir: process.cwd(), hostname: 'localhost', port: settings.port })
await app.prepare()
const { origin } = settings
const routes = bundledRoutes({ isDevelopment: false })
const answer = answerOrHandOn({ origin, routes, next: app.getRequestHandler() })
const handle = withPageHeaders(answer, {
  ...{ formTargets: formTargetsOf(settings), isDevelopment: false },
  where: { socketPath: address },
})
const registry = new Registry()
collectDefaultMetrics({ register: registry, prefix: 'application_' })

const server = createServer((request, response) => {
  if (request.url === portalPaths.isLive()) {
    response.end()
    return
  }
  const answered =
    request.url === portalPaths.metrics()
      ? registry.metrics().then((text) => response.end(text))
      : handle(request, response)
  Promise.resolve(answered).catch((error: unknown) => {
    log.error({ error: describeError(error), requestId: request.headers['x-request-id'] }, 'request failed')
    answerFailed(response)
  })
})
// Whoever asks is ours and has its own limits: a connection it keeps must not be closed in the moment it is used again.
server.requestTimeout = 0
server.headersTimeout = 0
server.keepAliveTimeout = 0

// What a process that was killed left behind. Two never share an address: the launcher starts one for a folder and port.
if (process.platform !== 'win32') rmSync(address, { force: true })
server.listen(address, () => {
  log.info('application ready')
})
exitUnlessListening(server, log)

onAskedToEnd(async () => {
  await drain(server)
  await app.close()
  await close()
})
