import { once } from 'node:events'
import { get, type IncomingMessage, type Server } from 'node:http'
import { sql } from 'drizzle-orm'
import pino from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { connect as connectDatabase } from '@/db/client'
import { describeError } from '@/lib/processes/server'
import { drain, portalServer, type Portal } from './http'
import { makeMetrics, routeOf } from './metrics'

// A database that is not there: nothing here may need it, and readiness must say so.
const { db } = connectDatabase('postgres://nobody:x@127.0.0.1:9/none', { max: 1 })
let server: Server | undefined
afterEach(() => server?.closeAllConnections())

async function listen(changes: Partial<Portal> = {}) {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) })
  server = portalServer({
    handle: (request, response) => {
      response.end(JSON.stringify({ from: request.headers['x-forwarded-for'], id: request.headers['x-request-id'] }))
    },
    fromMemory: () => false,
    front: (request, response, next) => next(request, response),
    ...{ db, metrics: makeMetrics(db), metricsToken: null, log, isEncrypted: false, isBehindProxy: false },
    origin: 'http://portal.example',
    ...changes,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return { origin: `http://127.0.0.1:${String(port)}`, port, lines, server }
}

describe('every answer', () => {
  it('carries a request id, its own or a decent one it was given, and the security headers', async () => {
    const { origin } = await listen()
    const answer = await fetch(origin, { headers: { 'x-request-id': 'abcdef-123456' } })
    expect(answer.headers.get('x-request-id')).toBe('abcdef-123456')
    const bad = await fetch(origin, { headers: { 'x-request-id': 'a b' } })
    expect(bad.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    for (const name of [
      'x-content-type-options',
      'referrer-policy',
      'permissions-policy',
      'cross-origin-opener-policy',
    ]) {
      expect(bad.headers.get(name)).not.toBeNull()
    }
    expect(bad.headers.get('strict-transport-security')).toBeNull()
  })

  it('leads from 127.0.0.1 to localhost, where signing in works, and leaves programs alone', async () => {
    const { port } = await listen({ origin: 'http://localhost:4340' })
    const ask = (path: string, host: string) =>
      new Promise<IncomingMessage>((resolve) => get({ host: '127.0.0.1', port, path, headers: { host } }, resolve))
    const page = await ask('/tra-cuu?ma=1', '127.0.0.1:4340')
    expect(page.statusCode).toBe(307)
    expect(page.headers.location).toBe('http://localhost:4340/tra-cuu?ma=1')
    expect((await ask('/api/health/live', '127.0.0.1:4340')).statusCode).toBe(200)
    expect((await ask('/', 'localhost:4340')).statusCode).toBe(200)
  })

  it('is made for who asks: no request of theirs reaches Next with the headers of a page with place-holders', async () => {
    const { origin } = await listen({
      handle: ({ headers }, response) => {
        response.end(JSON.stringify(Object.keys(headers).filter((name) => name.startsWith('x-page-'))))
      },
    })
    const forged = { 'X-Page-Person': `applicant ${'0'.repeat(32)}`, 'x-page-template': 'completed-3' }
    expect(await (await fetch(`${origin}/ho-so`, { headers: forged })).json()).toEqual([])
  })

  it("is none to a change sent from another site's page", async () => {
    const { origin } = await listen()
    const foreign = { method: 'POST', headers: { origin: 'https://evil.example' } }
    expect((await fetch(`${origin}/tuy-chon`, foreign)).status).toBe(403)
    expect((await fetch(`${origin}/tuy-chon`, { method: 'POST', headers: { origin } })).status).toBe(200)
  })

  it('is logged without its query, which may hold what somebody looked up', async () => {
    const { origin, lines } = await listen()
    await (await fetch(`${origin}/tra-cuu?ma=000.00.00.H26-260310-0001`)).text()
    await expect.poll(() => lines.length).toBe(1)
    expect(lines[0]).toContain('"path":"/tra-cuu"')
    expect(lines[0]).not.toContain('000.00.00')
  })

  it('that fails is a 500 without a word about the inside', async () => {
    const { origin, lines } = await listen({ handle: () => Promise.reject(new Error('password=secret')) })
    const answer = await fetch(origin)
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('secret')
    expect(lines.some((line) => line.includes('request failed'))).toBe(true)
  })

  it('to somebody who lies about the address knows the true one', async () => {
    const lie = { headers: { 'x-forwarded-for': '8.8.8.8' } }
    const open = await listen()
    expect(await (await fetch(open.origin, lie)).json()).toMatchObject({ from: '127.0.0.1' })
    const behind = await listen({ isBehindProxy: true })
    expect(await (await fetch(behind.origin, lie)).json()).toMatchObject({ from: '8.8.8.8' })
  })
})

describe('health and metrics', () => {
  it('lives without its database, but is not ready', async () => {
    const { origin } = await listen()
    expect((await fetch(`${origin}/api/health/live`)).status).toBe(200)
    const ready = await fetch(`${origin}/api/health/ready`)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toEqual({ status: 'down', database: 'down', worker: 'down' })
  })

  it('is not ready without the application, whose figures stand beside its own', async () => {
    const application = { isUp: () => Promise.resolve(false), metrics: () => Promise.resolve('application_pages 7\n') }
    const { origin } = await listen({ application })
    const ready = await fetch(`${origin}/api/health/ready`)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toMatchObject({ application: 'down' })
    const figures = await (await fetch(`${origin}/api/metrics`)).text()
    expect(figures).toContain('http_request_duration_seconds')
    expect(figures).toContain('application_pages 7')
  })

  it('shows metrics to this machine only, or to whoever holds the token', async () => {
    const open = await listen()
    expect(await (await fetch(`${open.origin}/api/metrics`)).text()).toContain('process_cpu_seconds_total')
    const behind = await listen({ isBehindProxy: true })
    expect((await fetch(`${behind.origin}/api/metrics`, { headers: { 'x-forwarded-for': '8.8.8.8' } })).status).toBe(
      404,
    )
    const guarded = await listen({ metricsToken: 'a-token-of-16-chars' })
    expect((await fetch(`${guarded.origin}/api/metrics`)).status).toBe(404)
    const bearer = { headers: { authorization: 'Bearer a-token-of-16-chars' } }
    expect((await fetch(`${guarded.origin}/api/metrics`, bearer)).status).toBe(200)
  })

  it('cannot be flooded with names of routes', () => {
    expect(['/', '/dich-vu/doi-giay-phep', '/wp-admin.php', '/x/y'].map(routeOf)).toEqual([
      '/',
      '/dich-vu',
      'other',
      'other',
    ])
  })
})

it('tells a failed query without its parameters', async () => {
  const failed: unknown = await db.execute(sql`select ${'001090000001'}`).catch((error: unknown) => error)
  expect(String(failed)).toContain('001090000001')
  expect(describeError(failed)).toContain('ECONNREFUSED')
  expect(describeError(failed)).not.toContain('001090000001')
})

it('lets requests under way end and takes no new ones', async () => {
  const waiting: (() => void)[] = []
  const { origin, server: portal } = await listen({
    handle: (_request, response) => {
      waiting.push(() => response.end('whole'))
    },
  })
  const underWay = fetch(origin)
  await expect.poll(() => waiting.length).toBe(1)
  const drained = drain(portal)
  expect(portal.listening).toBe(false)
  // By now the port may be another program's: what counts is that nothing more gets here.
  await fetch(origin, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
  expect(waiting).toHaveLength(1)
  waiting[0]?.()
  expect(await (await underWay).text()).toBe('whole')
  await drained
})
