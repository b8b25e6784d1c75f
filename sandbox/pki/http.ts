import type { IncomingMessage, ServerResponse } from 'node:http'

const MAX_BODY = 1_000_000

export class TooLarge extends Error {}

export async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of req) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('a body of octets was expected')
    size += chunk.length
    if (size > MAX_BODY) throw new TooLarge('body too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export type Reply = { status?: number; type: string; body: string | Buffer; headers?: Record<string, string> }

export const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
})
export const html = (body: string, status = 200): Reply => ({ status, type: 'text/html; charset=utf-8', body })
export const redirect = (to: string): Reply => ({
  status: 303,
  type: 'text/plain',
  body: '',
  headers: { location: to },
})
export const file = (body: Buffer, type: string, name?: string): Reply => ({
  type,
  body,
  ...(name !== undefined && { headers: { 'content-disposition': `attachment; filename="${name}"` } }),
})

export function send(res: ServerResponse, { status = 200, type, body, headers = {} }: Reply): void {
  res.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...headers,
  })
  res.end(body)
}
