import { lookup } from 'node:dns'
import { request as plainRequest } from 'node:http'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { request as encryptedRequest } from 'node:https'
import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import { isPrivateAddress } from './public-address'

export type HttpQuestion = { url: URL; maxBytes: number; body?: Uint8Array; bodyType?: string }
export type HttpManners = { mayCallPrivate: boolean; patienceMs: number }

const MAX_REDIRECTS = 3

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
export async function askOverHttp(question: HttpQuestion, manners: HttpManners): Promise<Uint8Array | null> {
  const answer = await exchange(question, manners, AbortSignal.timeout(manners.patienceMs))
  return answer !== null && 'body' in answer ? answer.body : null
}

/** The same for what is only fetched, over a few redirects, each looked at like the first address; all within one patience. */
export async function fetchOverHttp(
  { url, maxBytes }: Pick<HttpQuestion, 'url' | 'maxBytes'>,
  manners: HttpManners,
): Promise<Uint8Array | null> {
  const signal = AbortSignal.timeout(manners.patienceMs)
  let at = url
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const answer = await exchange({ url: at, maxBytes }, manners, signal)
    if (answer === null) return null
    if ('body' in answer) return answer.body
    if (!URL.canParse(answer.location, at)) return null
    at = new URL(answer.location, at)
  }
  return null
}

type Answer = { body: Uint8Array } | { location: string }

function isAllowed(url: URL, { mayCallPrivate }: HttpManners): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isBarred = !mayCallPrivate && isIP(host) !== 0 && isPrivateAddress(host)
  return !isBarred && ['http:', 'https:'].includes(url.protocol)
}

function exchange(question: HttpQuestion, manners: HttpManners, signal: AbortSignal): Promise<Answer | null> {
  const { url, body, bodyType, maxBytes } = question
  if (!isAllowed(url, manners)) return Promise.resolve(null)
  const options: RequestOptions = {
    method: body === undefined ? 'GET' : 'POST',
    headers: body === undefined ? {} : { 'content-type': bodyType, 'content-length': body.byteLength },
    signal,
    // A connection of its own: one kept alive from a call without these bounds was never judged.
    ...(manners.mayCallPrivate ? {} : { lookup: publicLookup, agent: false }),
  }
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? encryptedRequest : plainRequest
    const request = send(url, options, (answer) => {
      readAnswer(answer, maxBytes).then(resolve, () => {
        resolve(null)
      })
    })
    request.once('error', () => {
      resolve(null)
    })
    request.end(body)
  })
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

async function readAnswer(answer: IncomingMessage, maxBytes: number): Promise<Answer | null> {
  const { statusCode = 0, headers } = answer
  if (statusCode === 200) {
    const body = await bodyOf(answer, maxBytes)
    return body && { body }
  }
  answer.destroy()
  return REDIRECTS.has(statusCode) && headers.location !== undefined ? { location: headers.location } : null
}

async function bodyOf(answer: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
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
