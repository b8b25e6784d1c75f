import { open, stat } from 'node:fs/promises'
import type { ByteSource } from '@/lib/pdf'

async function plainFile(path: string): Promise<{ size: number; isFile: boolean }> {
  const stats = await stat(path)
  return { size: stats.size, isFile: stats.isFile() }
}

/** A file on disk as a source of bytes; `close` it when done. */
export async function openFileSource(path: string): Promise<ByteSource & { close(): Promise<void> }> {
  // Before opening: to open a pipe waits for whoever writes into it.
  const { size, isFile } = await plainFile(path)
  if (!isFile) throw new Error('not a file')
  const handle = await open(path, 'r')
  const readInto = async (offset: number, target: Uint8Array): Promise<number> => {
    let done = 0
    while (done < target.length) {
      const { bytesRead } = await handle.read(target, done, target.length - done, offset + done)
      if (bytesRead === 0) break
      done += bytesRead
    }
    return done
  }
  return {
    size,
    close: () => handle.close(),
    readInto,
    async read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
      return bytes.subarray(0, await readInto(offset, bytes))
    },
  }
}
