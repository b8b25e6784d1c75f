import { describe, expect, it } from 'vitest'
import type { BlobStore } from '@/lib/ports'
import { blobResponse } from './blob-response'

const BYTES = '0123456789'

/** Stored bytes, read as a store of blobs does: from, and up to before. */
function ctxWith(bytes: string | null): { ports: { blobs: Pick<BlobStore, 'read'> } } {
  const part = (range?: { start: number; end: number }) =>
    new Blob([(bytes ?? '').slice(range?.start ?? 0, range?.end)])
  return { ports: { blobs: { read: (_, range) => Promise.resolve(bytes === null ? null : part(range).stream()) } } }
}

async function answer(range: string | null, { bytes = BYTES, name = 'a.pdf' }: { bytes?: string; name?: string } = {}) {
  const request = new Request('http://localhost/tep/1', range === null ? {} : { headers: { range } })
  const blob = { sha256: 'ab', size: bytes.length, name, mediaType: 'application/pdf' }
  const response = await blobResponse(ctxWith(bytes), request, blob)
  return { response, status: response.status, body: await response.text(), headers: response.headers }
}

describe('a stored file', () => {
  it('comes whole, as itself and nothing a browser would run', async () => {
    const { status, body, headers } = await answer(null)
    expect([status, body]).toEqual([200, BYTES])
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '10',
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(headers.get('content-range')).toBeNull()
  })

  it.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=9-9', '9', 'bytes 9-9/10'],
    ['bytes=0-99', BYTES, 'bytes 0-9/10'],
    ['bytes=-99', BYTES, 'bytes 0-9/10'],
    [`bytes=2-${'9'.repeat(400)}`, '23456789', 'bytes 2-9/10'],
  ])('comes in the part asked for: %s', async (range, part, contentRange) => {
    const { status, body, headers } = await answer(range)
    expect([status, body, headers.get('content-range')]).toEqual([206, part, contentRange])
    expect(headers.get('content-length')).toBe(String(part.length))
  })

  // RFC 9110, 14.1.2: the last no bytes are none there are; of an empty file there are none at all.
  it.each([
    ['bytes=10-', BYTES],
    ['bytes=10-12', BYTES],
    [`bytes=${'9'.repeat(400)}-`, BYTES],
    ['bytes=-0', BYTES],
    ['bytes=0-', ''],
    ['bytes=-5', ''],
  ])('has no such part: %s of %j', async (range, bytes) => {
    const { status, body, headers } = await answer(range, { bytes })
    expect([status, body, headers.get('content-range')]).toEqual([416, '', `bytes */${String(bytes.length)}`])
  })

  // A server may give the whole for what it does not understand (RFC 9110, 14.2).
  it.each(['bytes=-', 'bytes=a-b', 'items=0-1', 'bytes=0-1,3-4', 'bytes = 0-1', ''])(
    'comes whole for a range of another kind: %j',
    async (range) => {
      const { status, body } = await answer(range)
      expect([status, body]).toEqual([200, BYTES])
    },
  )

  it('that is gone is not found', async () => {
    const request = new Request('http://localhost/tep/1')
    const gone = await blobResponse(ctxWith(null), request, {
      sha256: 'ab',
      size: 1,
      name: 'a',
      mediaType: 'image/png',
    })
    expect(gone.status).toBe(404)
  })

  it.each(['Đơn đề nghị.pdf', 'a"; filename="evil.html', 'x\r\nset-cookie: a=b', '😀.pdf'])(
    'is saved under its name, which no header is made of: %j',
    async (name) => {
      const { headers } = await answer(null, { name })
      expect(headers.get('set-cookie')).toBeNull()
      expect(headers.get('content-disposition')).toMatch(
        /^attachment; filename="[\x20-\x7e]*"(; filename\*=UTF-8''[\w%.~!-]+)?$/,
      )
      expect(headers.get('content-disposition')?.match(/filename="/g)).toHaveLength(1)
    },
  )
})
