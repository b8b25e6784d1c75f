import { once } from 'node:events'
import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { text } from 'node:stream/consumers'
import pino from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { connect as connectDatabase } from '@/db/client'
import { BODY_LIMITS, DEFAULT_LIMIT } from './body-limits'
import { portalServer } from './http'
import { makeMetrics } from './metrics'
import { receiveBody } from './receive-body'

const { db } = connectDatabase('postgres://nobody:x@127.0.0.1:9/none', { max: 1 })
let server: Server | undefined
afterEach(() => server?.closeAllConnections())

/** A portal whose application reads every body to its end and says how long it was. */
async function listen(isBehindProxy = false) {
  const read: number[] = []
  server = portalServer({
    async handle(request, response) {
      const at = read.push(0) - 1
      request.on('data', (chunk: Buffer) => (read[at] = (read[at] ?? 0) + chunk.byteLength))
      await once(request, 'end')
      response.end('taken')
    },
    front: (request, response, next) => next(request, response),
    ...{ db, metrics: makeMetrics(db), metricsToken: null, log: pino({ level: 'silent' }) },
    ...{ isEncrypted: false, isBehindProxy, origin: 'http://portal.example' },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { read, port: address !== null && typeof address === 'object' ? address.port : 0 }
}

type Sent = { path: string; method?: string; type?: string; accept?: string }

/** Sends `chunks` without saying how long they are together, and waits for the answer. */
async function streamed(
  port: number,
  { path, method = 'POST', type = 'text/plain', accept = '*/*' }: Sent,
  chunks: Buffer[],
) {
  const headers = { 'content-type': type, 'transfer-encoding': 'chunked', accept }
  const request = ask({ host: '127.0.0.1', port, path, method, headers })
  const answered: Promise<IncomingMessage> = once(request, 'response').then(([answer]: IncomingMessage[]) => {
    if (answer === undefined) throw new Error('no answer')
    return answer
  })
  answered.catch(() => undefined)
  // Cut off, both go on failing for a while.
  request.on('error', () => undefined)
  request.on('socket', (socket) => socket.on('error', () => undefined))
  for (const chunk of chunks) request.write(chunk)
  request.end()
  const answer = await answered
  return { status: answer.statusCode, said: await text(answer) }
}

const KB = 1024
const many = (size: number, of = 64 * KB) => Array.from({ length: Math.ceil(size / of) }, () => Buffer.alloc(of, 'a'))

describe('a body over its limit', () => {
  it('is refused by its stated length before a byte of it has come', async () => {
    const { port, read } = await listen()
    const socket = connect(port, '127.0.0.1')
    socket.write('POST /tuy-chon HTTP/1.1\r\nhost: a\r\naccept: application/json\r\ncontent-length: 41943040\r\n\r\n')
    const answer = String(await once(socket, 'data'))
    expect(answer).toContain('413 Payload Too Large')
    expect(answer).toContain('request-too-large')
    expect(read).toEqual([])
    socket.destroy()
  })

  it.each([...BODY_LIMITS.filter(({ isStreamed }) => !isStreamed), { ...DEFAULT_LIMIT, path: /^\/tuy-chon$/ }])(
    'is refused while it comes, and read by nobody: $path',
    async ({ path, bytes }) => {
      const { port, read } = await listen()
      const address = SAMPLES.find((sample) => path.test(sample)) ?? ''
      const over = await streamed(port, { path: address, accept: 'application/json' }, many(bytes + 1))
      expect({ status: over.status, code: codeIn(over.said) }).toEqual({ status: 413, code: 'request-too-large' })
      expect(read).toEqual([])
      const within = await streamed(port, { path: address }, many(bytes))
      expect(within).toEqual({ status: 200, said: 'taken' })
      expect(read).toEqual([bytes])
    },
  )

  it('is cut off where somebody reads it already', async () => {
    const { port, read } = await listen()
    const sent = streamed(port, { path: '/api/tep/a', method: 'PATCH' }, many(20 * KB ** 2, KB ** 2))
    await expect(sent).rejects.toThrow(/ECONNRESET|EPIPE|socket hang up/)
    expect(read[0]).toBeLessThanOrEqual(16 * KB ** 2)
  })

  it('leaves the connection to the next request', async () => {
    const { port } = await listen()
    const socket = connect(port, '127.0.0.1')
    const body = 'a'.repeat(100 * KB)
    socket.write(`POST /tuy-chon HTTP/1.1\r\nhost: a\r\ncontent-length: ${String(body.length)}\r\n\r\n${body}`)
    socket.write('GET /api/health/live HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n')
    const answer = await text(socket)
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200'])
  })
})

describe('very many fields', () => {
  it('are refused although they are few bytes', async () => {
    const { port, read } = await listen()
    const form = { path: '/ho-so/nhap/a/trang', type: 'application/x-www-form-urlencoded' }
    expect((await streamed(port, form, [Buffer.from('a&'.repeat(100_000))])).status).toBe(413)
    expect((await streamed(port, form, [Buffer.from('a=1&'.repeat(4_000))])).status).toBe(200)
    expect(read).toEqual([16_000])
  })

  it('are refused in parts, wherever the chunks are cut', async () => {
    const { port, read } = await listen()
    const part = '\r\n--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'
    const type = 'multipart/form-data; boundary=b'
    const bytes = Buffer.from(part.repeat(6_000))
    const chunks = Array.from({ length: Math.ceil(bytes.length / 5_003) }, (_, at) =>
      bytes.subarray(at * 5_003, (at + 1) * 5_003),
    )
    expect((await streamed(port, { path: '/ho-so/nhap/a/trang', type }, chunks)).status).toBe(413)
    expect(read).toEqual([])
  })
})

it('answers everybody else while hostile bodies are on their way', async () => {
  const { port, read } = await listen()
  const hostile = Array.from({ length: 20 }, () => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined)
    socket.write('POST /tuy-chon HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n8000\r\n')
    socket.write(`${'a&'.repeat(0x4000)}\r\n`)
    return socket
  })
  await Promise.all(hostile.map((socket) => once(socket, 'connect')))
  const others = await Promise.all(Array.from({ length: 50 }, () => fetch(`http://127.0.0.1:${String(port)}/`)))
  expect(others.filter(({ status }) => status === 200)).toHaveLength(50)
  // The fifty alone got as far as the application.
  expect(read).toEqual(Array.from({ length: 50 }, () => 0))
  for (const socket of hostile) socket.destroy()
})

it('lets whoever goes on sending too much wait for each answer, and nobody else', async () => {
  const { port, read } = await listen(true)
  const body = 'a'.repeat(100 * KB)
  const send = (from: string) =>
    fetch(`http://127.0.0.1:${String(port)}/tuy-chon`, { method: 'POST', body, headers: { 'x-forwarded-for': from } })
  expect((await send('10.0.0.1')).status).toBe(413)
  const second = send('10.0.0.1').then(
    () => 'the second',
    () => 'cut off',
  )
  const another = send('10.0.0.2').then(({ status }) => status)
  expect(await Promise.race([second, another])).toBe(413)
  expect(read).toEqual([])
  server?.closeAllConnections()
  expect(await second).toBe('cut off')
})

it('takes the rest of what it refuses as slowly as it is told, to the end', async () => {
  let socket: Socket | undefined
  const refused = createServer((request, response) => {
    socket = request.socket
    void receiveBody(request, DEFAULT_LIMIT, () => {
      response.writeHead(413).end()
      return Promise.resolve(5 * KB ** 2)
    })
  })
  server = refused
  refused.listen(0, '127.0.0.1')
  await once(refused, 'listening')
  const address = refused.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const sent = ask({ host: '127.0.0.1', port, method: 'POST', headers: { 'content-length': 8 * KB ** 2 } })
  sent.on('error', () => undefined)
  const ended = once(sent, 'finish')
  sent.end(Buffer.alloc(8 * KB ** 2))
  await once(sent, 'response')
  await pause(200)
  // Half a megabyte a tick: at most a few ticks and what one reading brings.
  expect(socket?.bytesRead).toBeLessThan(3 * KB ** 2)
  await ended
  await expect.poll(() => socket?.bytesRead, { timeout: 10_000 }).toBeGreaterThan(8 * KB ** 2)
})

const codeIn = (answer: string) => /"code":"([a-z-]+)"/.exec(answer)?.[1]

const ID = '01990000-0000-7000-8000-000000000001'
const SAMPLES = [
  ...['/ho-so/nhap/a/trang', '/api/nhap/a/b', `/api/ky/${ID}`, '/can-bo/ky-so/a/nhan/1'],
  ...['/api/dang-nhap/chung-thu', '/kiem-tra-chu-ky/tinh-trang', '/tuy-chon'],
]
