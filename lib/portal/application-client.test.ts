import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer, type RequestListener, request as ask, type IncomingMessage, type Server } from 'node:http'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { ApplicationAway, applicationAt } from './application-client'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

const newAddress = () => path.join(mkdtempSync(path.join(os.tmpdir(), 'application-')), 'a.sock')

async function listening(listener: RequestListener, where: string | 0 = 0): Promise<Server> {
  const server = createServer(listener)
  servers.push(server)
  if (where === 0) server.listen(0, '127.0.0.1')
  else server.listen(where)
  await once(server, 'listening')
  return server
}

/** A portal that hands everything on; what its hand-over ended with. */
async function portalBefore(address: string, waitMs?: number) {
  const application = applicationAt(address, waitMs)
  const faults: unknown[] = []
  const server = await listening((request, response) => {
    Promise.resolve(application.handle(request, response)).catch((fault: unknown) => {
      faults.push(fault)
      response.writeHead(503).end('away')
    })
  })
  const bound = server.address()
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0
  return { application, faults, port, origin: `http://127.0.0.1:${String(port)}` }
}

/** As it arrives, nothing joined or decoded. */
function answerTo(port: number, headers: Record<string, string>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    ask({ host: '127.0.0.1', port, path: '/a?b=c', method: 'POST', headers }, resolve).on('error', reject).end('body')
  })
}

describe('the application', () => {
  it('is asked what the portal was asked, and its answer is sent as it is', async () => {
    const address = newAddress()
    await listening((request, response) => {
      void text(request).then((body) => {
        response.setHeader('set-cookie', ['a=1', 'b=2'])
        response.writeHead(418, { 'x-asked': `${String(request.method)} ${String(request.url)}` })
        response.end(JSON.stringify({ body, headers: request.headers }))
      })
    }, address)
    const { port } = await portalBefore(address)
    const answer = await answerTo(port, { 'x-mine': 'yes', te: 'trailers', 'proxy-connection': 'keep-alive' })
    expect(answer.statusCode).toBe(418)
    expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2'])
    expect(answer.headers['x-asked']).toBe('POST /a?b=c')
    const { body, headers } = JSON.parse(await text(answer)) as { body: string; headers: Record<string, string> }
    expect(body).toBe('body')
    expect(headers).toMatchObject({ 'x-mine': 'yes', host: `127.0.0.1:${String(port)}` })
    expect(headers).not.toHaveProperty('te')
    expect(headers).not.toHaveProperty('proxy-connection')
  })

  it('that is being started again is waited for: nothing that was sent is lost', async () => {
    const address = newAddress()
    const { origin } = await portalBefore(address)
    const answer = fetch(origin, { method: 'POST', body: 'typed' })
    await expect.poll(() => fetch(origin, { signal: AbortSignal.timeout(150) }).catch(() => 'waits')).toBe('waits')
    await listening((request, response) => void text(request).then((body) => response.end(body)), address)
    expect(await (await answer).text()).toBe('typed')
  })

  it('that does not come is told as away, before anything is sent', async () => {
    const { origin, faults, application } = await portalBefore(newAddress(), 0)
    expect((await fetch(origin)).status).toBe(503)
    expect(faults[0]).toBeInstanceOf(ApplicationAway)
    expect(await application.isUp()).toBe(false)
    expect(await application.metrics()).toBe('')
  })

  it('that dies before it answers is away; in the middle of an answer the connection ends', async () => {
    const address = newAddress()
    await listening((request, response) => {
      if (request.url === '/half') response.writeHead(200, { 'content-length': '10' }).write('half')
      setTimeout(() => request.socket.destroy(), 20)
    }, address)
    const { origin, faults } = await portalBefore(address)
    expect((await fetch(`${origin}/none`, { method: 'POST', body: 'x' })).status).toBe(503)
    expect(faults).toHaveLength(1)
    await expect(fetch(`${origin}/half`).then((answer) => answer.text())).rejects.toThrow()
    expect(faults).toHaveLength(1)
  })

  it('hears that whoever asked has gone', async () => {
    const address = newAddress()
    let hasGone = false
    await listening((request) => {
      request.once('close', () => {
        hasGone = true
      })
    }, address)
    const { port } = await portalBefore(address)
    const socket = connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    await new Promise((resolve) => setTimeout(resolve, 50))
    socket.destroy()
    await expect.poll(() => hasGone).toBe(true)
  })

  it('takes a body cut into chunks, whatever the method, as one request', async () => {
    const address = newAddress()
    const requests: string[] = []
    await listening((request, response) => {
      void text(request).then((body) => {
        requests.push(`${String(request.method)} ${body}`)
        response.end()
      })
    }, address)
    const { port } = await portalBefore(address)
    const socket = connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n')
    socket.write('19\r\nPOST /inner HTTP/1.1\r\nx: \r\n0\r\n\r\n')
    await expect.poll(() => requests).toEqual(['GET POST /inner HTTP/1.1\r\nx: '])
    socket.destroy()
  })
})
