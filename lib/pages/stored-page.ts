import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import { accepts } from './accepts'
import { SCRIPTLESS_POLICY, SECURITY_HEADERS, TRANSPORT_SECURITY } from './headers'

type Encoding = 'identity' | 'gzip' | 'br'
type Variant = { body: Buffer; head: string[] }

/** A page ready to be sent: its bytes in each encoding we keep, each with its complete head. */
export type StoredPage = {
  status: number
  madeAt: Date
  etag: string
  /** Head of a 304. */
  bareHead: string[]
  variants: Partial<Record<Encoding, Variant>> & { identity: Variant }
  bytes: number
  tags: readonly string[]
  /** Scripts take this page over, so it must arrive as they know it. */
  hasScripts: boolean
}

/** What an entry costs beside its bodies. */
const OVERHEAD = 4096

const PLAIN_HEAD = Object.entries({
  ...SECURITY_HEADERS,
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  vary: 'Cookie, Accept-Encoding',
}).flat()
const ENCRYPTED_HEAD = [...PLAIN_HEAD, 'strict-transport-security', TRANSPORT_SECURITY]
const commonHead = (isEncrypted: boolean) => (isEncrypted ? ENCRYPTED_HEAD : PLAIN_HEAD)

function variant(body: Buffer, encoding: Encoding, bareHead: string[]): Variant {
  const head = [...bareHead, 'content-length', String(body.length)]
  if (encoding !== 'identity') head.push('content-encoding', encoding)
  return { body, head }
}

const compressed = {
  gzip: promisify<Buffer, { level: number }, Buffer>(gzip),
  br: promisify<Buffer, { params: Record<number, number> }, Buffer>(brotliCompress),
}

/** `best`: both kinds, thoroughly, for pages sent many times. `quick`: gzip, fast. `none`: this visitor takes none. */
type Encodings = 'best' | 'quick' | 'none'

async function compress(body: Buffer, encodings: Encodings): Promise<{ gzip?: Buffer; br?: Buffer }> {
  if (encodings === 'none') return {}
  if (encodings === 'quick') return { gzip: await compressed.gzip(body, { level: 1 }) }
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }
  const [gz, br] = await Promise.all([compressed.gzip(body, { level: 9 }), compressed.br(body, quality)])
  return { gzip: gz, br }
}

type Wanted = {
  status: number
  madeAt: Date
  tags: readonly string[]
  encodings: Encodings
  /** Browsers are told to come back encrypted only. */
  isEncrypted: boolean
  /** What its scripts may do; a page without one carries no script. */
  policy?: string | undefined
}

/** Makes HTML ready to be sent. */
export async function storePage(html: string, options: Wanted): Promise<StoredPage> {
  const { status, madeAt, tags, encodings, policy = SCRIPTLESS_POLICY } = options
  const body = Buffer.from(html)
  const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`
  const bareHead = [...commonHead(options.isEncrypted), 'content-security-policy', policy, 'etag', etag]
  const { gzip: gz, br } = await compress(body, encodings)
  const variants = {
    identity: variant(body, 'identity', bareHead),
    ...(gz && { gzip: variant(gz, 'gzip', bareHead) }),
    ...(br && { br: variant(br, 'br', bareHead) }),
  }
  const bytes = body.length + (gz?.length ?? 0) + (br?.length ?? 0) + OVERHEAD
  return { status, madeAt, etag, bareHead, variants, tags, bytes, hasScripts: policy !== SCRIPTLESS_POLICY }
}

function chosen({ variants }: StoredPage, accepted: string | undefined): Variant {
  if (variants.br && accepts(accepted, 'br')) return variants.br
  return variants.gzip && accepts(accepted, 'gzip') ? variants.gzip : variants.identity
}

/** Sends the page, or 304 when the visitor has it, or its head alone for HEAD. */
export function sendPage(page: StoredPage, request: IncomingMessage, response: ServerResponse): void {
  if (page.status === 200 && request.headers['if-none-match'] === page.etag) {
    response.writeHead(304, page.bareHead).end()
    return
  }
  const { head, body } = chosen(page, request.headers['accept-encoding'])
  response.writeHead(page.status, head)
  response.end(request.method === 'HEAD' ? undefined : body)
}
