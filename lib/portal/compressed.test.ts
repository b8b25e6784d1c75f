import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { compressed } from './compressed'

let server: Server | undefined
afterEach(() => server?.closeAllConnections())

async function answerOf(listener: RequestListener, headers: Record<string, string>): Promise<IncomingMessage> {
  const handle = compressed((request, response) => {
    listener(request, response)
  })
  server = createServer((request, response) => void handle(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return new Promise((resolve) => get({ host: '127.0.0.1', port, headers }, resolve))
}

const PAGE = 'Thủ tục đổi giấy phép lái xe. '.repeat(4_000)
const answers =
  (type: string, body: string | Buffer): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
    // As a hand-over does it: in pieces, waiting where the browser is slow.
    void pipeline(Readable.from([Buffer.from(body).subarray(0, 999), Buffer.from(body).subarray(999)]), response)
  }

describe('what goes to a browser', () => {
  it.each(['text/html; charset=utf-8', 'text/javascript; charset=utf-8', 'application/json'])(
    'is compressed where it is text: %s',
    async (type) => {
      const answer = await answerOf(answers(type, PAGE), { 'accept-encoding': 'gzip' })
      expect(answer.headers['content-encoding']).toBe('gzip')
      expect(answer.headers['content-length']).toBeUndefined()
      expect(answer.headers.vary).toMatch(/accept-encoding/i)
      const body = await buffer(answer)
      expect(body.byteLength).toBeLessThan(PAGE.length / 10)
      expect(gunzipSync(body).toString()).toBe(PAGE)
    },
  )

  it('goes as it is to a browser that takes nothing else', async () => {
    const answer = await answerOf(answers('text/html', PAGE), {})
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect((await buffer(answer)).toString()).toBe(PAGE)
  })

  it('is not compressed twice: a notice kept compressed goes as it is', async () => {
    const packed = gzipSync(PAGE.repeat(2))
    const head = ['content-type', 'text/html', 'content-encoding', 'gzip', 'content-length', String(packed.byteLength)]
    const listener: RequestListener = (_, response) => void response.writeHead(503, head).end(packed)
    const answer = await answerOf(listener, { 'accept-encoding': 'gzip' })
    expect(answer.headers['content-encoding']).toBe('gzip')
    expect(await buffer(answer)).toEqual(packed)
  })

  it('keeps the bytes and the length of a document', async () => {
    const document = Buffer.from(PAGE)
    const answer = await answerOf(answers('application/pdf', document), { 'accept-encoding': 'gzip' })
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect(answer.headers['content-length']).toBe(String(document.byteLength))
    expect(await buffer(answer)).toEqual(document)
  })
})
