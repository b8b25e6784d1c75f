import { lookup } from 'node:dns'
import { request as plainRequest } from 'node:http'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { request as encryptedRequest } from 'node:https'
import { BlockList, isIP } from 'node:net'
import type { LookupFunction } from 'node:net'

export type HttpQuestion = { url: URL; maxBytes: number; body?: Uint8Array; bodyType?: string }
export type HttpManners = { mayCallPrivate: boolean; patienceMs: number }

/** Ranges that are nobody's public service (RFC 6890): loopback, private, link-local, shared, multicast, documentation. */
const PRIVATE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4')

const PUBLIC_IPV6 = new BlockList()
PUBLIC_IPV6.addSubnet('2000::', 3, 'ipv6')

/** Whether an address is one that only this network can reach. */
export function isPrivateAddress(address: string): boolean {
  if (isIP(address) === 4) return PRIVATE.check(address, 'ipv4')
  return !PUBLIC_IPV6.check(address, 'ipv6') || /^(2001:0?:|2001:db8:|2002:)/i.test(address)
}

/** The name is resolved once and the very address that was judged is called, so a name cannot change its mind between. */
const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const safe = error ? [] : addresses.filter(({ address }) => !isPrivateAddress(address))
    const [first] = safe
    if (first === undefined) callback(error ?? new Error(`${host} is not a public address`), '', 0)
    else if (options.all) callback(null, safe)
    else callback(null, first.address, first.family)
  })
}

/** One question, no redirects; null when there is no answer of at most `maxBytes` in time. */
export function askOverHttp(question: HttpQuestion, manners: HttpManners): Promise<Uint8Array | null> {
  const { url, body, bodyType } = question
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isRefused = !manners.mayCallPrivate && isIP(host) !== 0 && isPrivateAddress(host)
  if (isRefused || !['http:', 'https:'].includes(url.protocol)) return Promise.resolve(null)
  const options: RequestOptions = {
    method: body === undefined ? 'GET' : 'POST',
    headers: body === undefined ? {} : { 'content-type': bodyType, 'content-length': body.byteLength },
    signal: AbortSignal.timeout(manners.patienceMs),
    ...(manners.mayCallPrivate ? {} : { lookup: publicLookup }),
  }
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? encryptedRequest : plainRequest
    const asked = send(url, options, (answer) => {
      bodyOf(answer, question.maxBytes).then(resolve, () => {
        resolve(null)
      })
    })
    asked.once('error', () => {
      resolve(null)
    })
    asked.end(body)
  })
}

async function bodyOf(answer: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  if (answer.statusCode !== 200) {
    answer.destroy()
    return null
  }
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.iterator()) {
    if (!(part instanceof Uint8Array)) return null
    size += part.byteLength
    if (size > maxBytes) {
      answer.destroy()
      return null
    }
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
