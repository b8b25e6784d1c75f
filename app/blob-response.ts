import 'server-only'
import { savedAs } from '@/lib/kernel'
import type { BlobStore } from '@/lib/ports'

type Stores = { ports: { blobs: Pick<BlobStore, 'read'> } }
type Blob = { sha256: string; size: number; name: string; mediaType: string }

/** A stored file as an answer: never rendered by the browser as a page, byte ranges honoured, kept by nobody in between. */
export async function blobResponse(ctx: Stores, request: Request, blob: Blob): Promise<Response> {
  const range = rangeOf(request.headers.get('range'), blob.size)
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${String(blob.size)}` } })
  const body = await ctx.ports.blobs.read(blob.sha256, range ?? undefined)
  if (body === null) return new Response(null, { status: 404 })
  const length = range === null ? blob.size : range.end - range.start
  const headers = {
    'content-type': blob.mediaType,
    'content-length': String(length),
    'content-disposition': savedAs(blob.name),
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    ...(range === null
      ? {}
      : { 'content-range': `bytes ${String(range.start)}-${String(range.end - 1)}/${String(blob.size)}` }),
  }
  return new Response(body, { status: range === null ? 200 : 206, headers })
}

type Range = { start: number; end: number }

/** The single range a client asks for (RFC 9110 section 14.2); several ranges or another unit mean the whole. */
function rangeOf(header: string | null, size: number): Range | null | 'unsatisfiable' {
  const range = partOf(header ?? '', size)
  if (range === null) return null
  return range.start < range.end ? range : 'unsatisfiable'
}

/** From a byte on, up to another one, or so many at the end. */
function partOf(header: string, size: number): Range | null {
  const atEnd = /^bytes=-(\d+)$/.exec(header)
  if (atEnd !== null) return { start: Math.max(0, size - Number(atEnd[1])), end: size }
  const match = /^bytes=(\d+)-(\d*)$/.exec(header)
  if (match === null) return null
  return { start: Number(match[1]), end: match[2] === '' ? size : Math.min(size, Number(match[2]) + 1) }
}
