import { createHash } from 'node:crypto'
import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BlobStore } from '@/lib/ports'
import { diskBlobs } from './disk-blobs'
import { s3Blobs } from './s3-blobs'

async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += size)
    yield await Promise.resolve(bytes.subarray(start, start + size))
}

async function* brokenStream(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from('half of it'))
  throw new Error('the line went dead')
}

async function bytesOf(stream: ReadableStream<Uint8Array> | null): Promise<Buffer | null> {
  return stream === null ? null : Buffer.from(await new Response(stream).arrayBuffer())
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What every blob store must do, whatever it stores in. */
function contract(name: string, store: () => BlobStore): void {
  describe(name, () => {
    it('names what it is given by its SHA-256 and gives it back byte for byte', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) => {
          const stored = await store().put(pieces(bytes, 1_000))
          expect(stored).toEqual({ sha256: sha256(bytes), size: bytes.byteLength })
          expect(await store().size(stored.sha256)).toBe(bytes.byteLength)
          expect(await bytesOf(await store().read(stored.sha256))).toEqual(Buffer.from(bytes))
        }),
        { numRuns: 15 },
      )
    })

    it('gives any range as the array would', async () => {
      const bytes = Buffer.from('đổi giấy phép lái xe'.repeat(50))
      const { sha256: name } = await store().put(pieces(bytes, 100))
      await fc.assert(
        fc.asyncProperty(fc.nat(1_400), fc.nat(1_400), async (start, length) => {
          const range = await bytesOf(await store().read(name, { start, end: start + length }))
          expect(range).toEqual(bytes.subarray(start, start + length))
        }),
        { numRuns: 20 },
      )
    })

    it('keeps the same bytes once, even when two store them at the same moment', async () => {
      const bytes = Buffer.from('twice')
      const both = await Promise.all([store().put(pieces(bytes)), store().put(pieces(bytes))])
      expect(both[0]).toEqual(both[1])
      expect(await bytesOf(await store().read(both[0].sha256))).toEqual(bytes)
    })

    it('knows nothing it was not given, nor names that are no hash', async () => {
      for (const strange of [sha256(Buffer.from('never stored')), '../../etc/passwd', '', 'A'.repeat(64)]) {
        expect(await store().size(strange)).toBeNull()
        expect(await store().read(strange)).toBeNull()
      }
    })

    it('keeps nothing of a stream that broke', async () => {
      await expect(store().put(brokenStream())).rejects.toThrow('the line went dead')
      expect(await store().size(sha256(Buffer.from('half of it')))).toBeNull()
    })

    it('passes 20 MB through without losing a byte', async () => {
      const bytes = Buffer.alloc(20 * 1024 * 1024, 'ảnh chụp giấy phép')
      const stored = await store().put(pieces(bytes, 256 * 1024))
      const back = await bytesOf(await store().read(stored.sha256))
      expect(back === null ? '' : sha256(back)).toBe(sha256(bytes))
    })
  })
}

let folder = ''
let s3Address = ''
let server: S3rver | undefined
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'blobs-'))
  server = new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory: path.join(folder, 's3') },
    configureBuckets: [{ name: 'tep', configs: [] }],
  })
  const { port } = await server.run()
  s3Address = `http://127.0.0.1:${String(port)}`
})
afterAll(() => server?.close())

contract('blobs on disk', () => diskBlobs(path.join(folder, 'disk')))
contract('blobs on S3', () =>
  s3Blobs({
    endpoint: s3Address,
    bucket: 'tep',
    region: 'us-east-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  }),
)

it('leaves nothing aside on disk, whether it worked or not', async () => {
  const store = diskBlobs(path.join(folder, 'clean'))
  await store.put(pieces(Buffer.from('whole')))
  await store.put(brokenStream()).catch(() => undefined)
  expect(await readdir(path.join(folder, 'clean', 'incoming'))).toEqual([])
})

it('is not disturbed by what a killed process left aside', async () => {
  const store = diskBlobs(path.join(folder, 'disk'))
  await store.put(pieces(Buffer.from('before')))
  await writeFile(path.join(folder, 'disk', 'incoming', 'left-over'), 'half')
  expect((await store.put(pieces(Buffer.from('after')))).size).toBe(5)
})

it('says that S3 is down instead of that a blob is missing', async () => {
  const nobody = s3Blobs({
    endpoint: 'http://127.0.0.1:9',
    bucket: 'tep',
    region: 'r',
    accessKeyId: 'a',
    secretAccessKey: 'b',
  })
  await expect(nobody.size(sha256(Buffer.from('x')))).rejects.toThrow()
})
