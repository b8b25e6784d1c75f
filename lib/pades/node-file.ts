import { open } from 'node:fs/promises'
import type { ByteSource } from '@/lib/pdf'

/** A file on disk as a source of bytes; `close` it when done. */
export async function openFileSource(path: string): Promise<ByteSource & { close(): Promise<void> }> {
  const handle = await open(path, 'r')
  const { size } = await handle.stat()
  return {
    size,
    close: () => handle.close(),
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset))
      const bytes = new Uint8Array(wanted)
      let done = 0
      while (done < wanted) {
        const { bytesRead } = await handle.read(bytes, done, wanted - done, offset + done)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return done === wanted ? bytes : bytes.subarray(0, done)
    },
  }
}
