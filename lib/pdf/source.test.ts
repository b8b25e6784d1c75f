import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blobSource, chunksOf } from './index'

const bytes = Uint8Array.from({ length: 3 << 20 }, (_, i) => (i * 31 + (i >> 8)) & 0xff)
const place = fc.record({ offset: fc.nat(bytes.length), length: fc.integer({ min: 1, max: 1 << 20 }) })

/** What `readInto` puts there, however the stream behind it stands. */
async function readAt(source: ReturnType<typeof blobSource>, { offset, length }: { offset: number; length: number }) {
  const target = new Uint8Array(length)
  return target.subarray(0, await source.readInto(offset, target))
}

describe('a blob as a source', () => {
  it('gives the bytes asked for, in whatever order and however many ask at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(place, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), async (turns) => {
        const source = blobSource(new Blob([bytes]))
        for (const together of turns) {
          const chunks = await Promise.all(together.map((span) => readAt(source, span)))
          for (const [i, { offset, length }] of together.entries())
            expect(Buffer.compare(chunks[i] ?? new Uint8Array(), bytes.subarray(offset, offset + length))).toBe(0)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('is walked as one stream, not slice by slice', async () => {
    const blob = new Blob([bytes])
    const opened: number[] = []
    const slice = blob.slice.bind(blob)
    blob.slice = (from, to) => {
      opened.push(from ?? 0)
      return slice(from, to)
    }
    let at = 1000
    for await (const chunk of chunksOf(blobSource(blob), at, blob.size)) {
      expect(Buffer.compare(chunk, bytes.subarray(at, at + chunk.length))).toBe(0)
      at += chunk.length
    }
    expect(at).toBe(bytes.length)
    expect(opened).toEqual([1000])
  })

  it('reads all the same where a browser hands out buffers of its own only', async () => {
    const blob = new Blob([bytes])
    blob.slice = (from, to) => {
      const part = new Blob([bytes.subarray(from, to)])
      const plain = new ReadableStream<never>()
      part.stream = () => plain
      return part
    }
    const bytesRead = await readAt(blobSource(blob), { offset: 5, length: 100 })
    expect(bytesRead).toEqual(bytes.subarray(5, 105))
  })
})
