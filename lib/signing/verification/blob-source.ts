import 'server-only'
import type { ByteSource } from '@/lib/pdf'
import type { BlobStore } from '@/lib/ports'

/** A stored blob as a source of bytes; only the ranges asked for are read. */
export function storedSource(blobs: BlobStore, sha256: string, size: number): ByteSource {
  return {
    size,
    async read(offset, length) {
      const end = Math.min(size, offset + length)
      if (end <= offset) return new Uint8Array(0)
      const stream = await blobs.read(sha256, { start: offset, end })
      if (stream === null) throw new Error(`blob ${sha256} is missing`)
      const bytes = new Uint8Array(end - offset)
      let filled = 0
      for await (const part of stream) {
        bytes.set(part, filled)
        filled += part.byteLength
      }
      return bytes.subarray(0, filled)
    },
  }
}
