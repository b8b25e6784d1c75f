import { once } from 'node:events'
import { createServer, type IncomingMessage, request as ask, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { type Answers, requestCookies, requestHeaders } from '@/lib/runtime/server'
import { answerOrHandOn, routeFor, routesOf } from './answers'

const nothing = { GET: () => Promise.resolve(new Response()) }
const METHODS = { mine: { ...nothing }, dossier: { ...nothing }, page: { ...nothing }, documents: { ...nothing } }
const routes = routesOf({
  '/ho-so/[id]': METHODS.dossier,
  '/ho-so/nhap/[id]/[trang]': METHODS.page,
  '/ho-so': METHODS.mine,
  '/ho-so/nhap/[id]/giay-to': METHODS.documents,
})

describe('the route of a path', () => {
  it.each([
    ['/ho-so', METHODS.mine, {}],
    ['/ho-so/a1', METHODS.dossier, { id: 'a1' }],
    ['/ho-so/nhap/a1/truong-hop', METHODS.page, { id: 'a1', trang: 'truong-hop' }],
    ['/ho-so/a%20%C4%91', METHODS.dossier, { id: 'a đ' }],
  ])('%s is found, with what fills it in', (pathname, methods, params) => {
    const route = routeFor(routes, pathname)
    expect(route?.methods).toBe(methods)
    expect(route?.params).toEqual(params)
  })

  it('is the one spelled out before the one filled in', () => {
    expect(routeFor(routes, '/ho-so/nhap/a1/giay-to')?.methods).toBe(METHODS.documents)
  })

  it.each(['/', '/ho-so/', '/ho-so/a/b', '/ho-so/nhap/a1/b/c', '/ho-so/%E0%A4%A', '/ho-soX', '/x/ho-so'])(
    'is none of ours for %s',
    (pathname) => {
      expect(routeFor(routes, pathname)).toBeNull()
    },
  )
})

let server: Server | undefined
afterEach(() => server?.closeAllConnections())

async function portalWith(answers: Answers) {
  const handle = answerOrHandOn({
    origin: 'https://portal.example',
    routes: () => Promise.resolve(routesOf(answers)),
    next: (_, response) => void response.end('next'),
  })
  server = createServer((request, response) => void handle(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return async (path: string, { method = 'GET', headers = {}, body = '' } = {}) => {
    const answer = await new Promise<IncomingMessage>((resolve) => {
      ask({ host: '127.0.0.1', port, path, method, headers }, resolve).end(body)
    })
    return { answer, text: (await buffer(answer)).toString() }
  }
}

const ANSWERS: Answers = {
  '/ho-so/[id]': {
    GET: async ({ nextUrl }, { params }) => {
      const [jar, headers] = await Promise.all([requestCookies(), requestHeaders()])
      jar.set('loi', 'đã', { path: '/', httpOnly: true })
      jar.delete({ name: 'nop-tiep', path: '/ho-so' })
      const parts = [
        (await params)['id'],
        nextUrl.searchParams.get('da'),
        jar.get('ngon-ngu')?.value,
        headers.get('x-a'),
      ]
      return new Response(parts.join(' '), { status: 418, headers: { 'x-b': '2' } })
    },
    POST: async (request) => Response.json([...(await request.formData()).entries()]),
  },
}

describe('a route of ours', () => {
  it('is told the path, the query, headers and cookies, and its answer is sent with the cookies it set', async () => {
    const get = await portalWith(ANSWERS)
    const headers = { cookie: 'ngon-ngu=en; a=1', 'x-a': '1' }
    const { answer, text } = await get('/ho-so/7?da=nop', { headers })
    expect([answer.statusCode, text, answer.headers['x-b']]).toEqual([418, '7 nop en 1', '2'])
    const [set, deleted] = answer.headers['set-cookie'] ?? []
    expect(set).toMatch(/^loi=%C4%91%C3%A3; Path=\/; HttpOnly$/)
    expect(deleted).toMatch(/^nop-tiep=; Path=\/ho-so; Expires=Thu, 01 Jan 1970/)
  })

  it('takes a form', async () => {
    const get = await portalWith(ANSWERS)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const { text } = await get('/ho-so/7', { method: 'POST', headers, body: 'ho-ten=%C4%90%E1%BB%97+An' })
    expect(JSON.parse(text)).toEqual([['ho-ten', 'Đỗ An']])
  })

  it('answers HEAD as GET, without the body, and says which methods there are', async () => {
    const get = await portalWith(ANSWERS)
    const head = await get('/ho-so/7', { method: 'HEAD' })
    expect([head.answer.statusCode, head.text]).toEqual([418, ''])
    const put = await get('/ho-so/7', { method: 'PUT' })
    expect([put.answer.statusCode, put.answer.headers.allow]).toEqual([405, 'GET, POST'])
  })

  it('leaves the rest to Next', async () => {
    const get = await portalWith(ANSWERS)
    expect((await get('/dich-vu')).text).toBe('next')
  })

  it('keeps what two requests at once know apart', async () => {
    const get = await portalWith({
      '/[id]': {
        GET: async (_, { params }) => {
          const { id } = await params
          await new Promise((resolve) => setTimeout(resolve, id === 'a' ? 20 : 1))
          const jar = await requestCookies()
          return new Response(`${id ?? ''} ${jar.get('ai')?.value ?? ''}`)
        },
      },
    })
    const both = await Promise.all(['a', 'b'].map((ai) => get(`/${ai}`, { headers: { cookie: `ai=${ai}` } })))
    expect(both.map(({ text }) => text)).toEqual(['a a', 'b b'])
  })
})
