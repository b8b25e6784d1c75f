import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askOverHttp, fetchOverHttp } from './http-question'
import { isPrivateAddress } from './public-address'

const HERE = { mayCallPrivate: true, patienceMs: 2_000 }
const STRICT = { mayCallPrivate: false, patienceMs: 2_000 }
const question = (address: string) => ({ url: new URL(address), maxBytes: 1_000 })

describe('addresses', () => {
  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1'],
    ...['172.31.255.255', '192.0.0.8', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1', '198.51.100.7'],
    ...['203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1', '100::1'],
    ...['fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '2001::1', '2001:0:4136::1'],
    ...['2001:2::1', '2001:10::1', '2001:20::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '5f00::1', 'localhost', ''],
  ])('%s is no public one', (address) => {
    expect(isPrivateAddress(address)).toBe(true)
  })

  it.each([
    '1.1.1.1',
    '11.0.0.1',
    '100.128.0.1',
    '172.32.0.1',
    '203.162.4.190',
    '2001:4860:4860::8888',
    '2405:4800::1',
  ])('%s is public', (address) => {
    expect(isPrivateAddress(address)).toBe(false)
  })
})

describe('questions to addresses strangers wrote', () => {
  let server: Server
  let port: string
  let requests: string[] = []
  const answers: Record<string, RequestListener> = {
    '/': (_, response) => response.end('good'),
    '/long': (_, response) => response.end('x'.repeat(1_001)),
    '/slow': () => undefined,
    '/missing': (_, response) => response.writeHead(404).end(),
    '/twice': (_, response) => response.writeHead(302, { location: '/once' }).end(),
    '/once': (_, response) => response.writeHead(301, { location: '/' }).end(),
    '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
    '/out': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  }
  beforeAll(async () => {
    server = createServer((request, response) => {
      requests.push(request.url ?? '')
      answers[request.url ?? '']?.(request, response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address: AddressInfo | string | null = server.address()
    port = typeof address === 'object' && address !== null ? String(address.port) : ''
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const text = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes)

  it('reach nothing that is not public, however it is written', async () => {
    requests = []
    const hosts = [
      '127.0.0.1',
      'localhost',
      '2130706433',
      '0x7f.1',
      '017700000001',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
    ]
    for (const host of hosts) expect(await fetchOverHttp(question(`http://${host}:${port}/`), STRICT)).toBeNull()
    expect(requests).toEqual([])
  })

  it('do not ride on a connection that was opened without these bounds', async () => {
    const url = `http://localhost:${port}/`
    expect(text(await askOverHttp(question(url), HERE))).toBe('good')
    expect(await askOverHttp(question(url), STRICT)).toBeNull()
  })

  it('follow a few redirects, to the web only', async () => {
    const at = (path: string) => fetchOverHttp(question(`http://127.0.0.1:${port}${path}`), HERE)
    expect(text(await at('/twice'))).toBe('good')
    requests = []
    expect(await at('/round')).toBeNull()
    expect(requests).toHaveLength(4)
    expect(await at('/out')).toBeNull()
    expect(await askOverHttp(question(`http://127.0.0.1:${port}/once`), HERE)).toBeNull()
  })

  it('end at their bounds', async () => {
    const at = (path: string) =>
      fetchOverHttp(question(`http://127.0.0.1:${port}${path}`), { ...HERE, patienceMs: 300 })
    expect(await at('/long')).toBeNull()
    expect(await at('/slow')).toBeNull()
    expect(await at('/missing')).toBeNull()
    expect(await fetchOverHttp(question('ftp://127.0.0.1/x'), HERE)).toBeNull()
  })
})
