import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { BlobStore } from '@/lib/ports'

/**
 * Blobs as files named by their SHA-256 below `folder`. A blob appears whole or not at all: it is written aside,
 * flushed, then renamed; a crash leaves only a file under `incoming/`.
 */
export function diskBlobs(folder: string): BlobStore {
  const place = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  const size = async (sha256: string) => {
    if (!isSha256(sha256)) return null
    return stat(place(sha256)).then((stats) => stats.size, absent)
  }
  return {
    size,
    async put(source) {
      const incoming = path.join(folder, 'incoming', randomUUID())
      await mkdir(path.dirname(incoming), { recursive: true })
      try {
        const stored = await writeFlushed(incoming, source)
        if ((await size(stored.sha256)) === null) await moveInto(place(stored.sha256), incoming)
        return stored
      } finally {
        await rm(incoming, { force: true })
      }
    },
    async read(sha256, range) {
      const total = await size(sha256)
      if (total === null) return null
      const start = range?.start ?? 0
      const end = Math.min(range?.end ?? total, total)
      if (start >= end)
        return new ReadableStream({
          start: (controller) => {
            controller.close()
          },
        })
      return asWebStream(createReadStream(place(sha256), { start, end: end - 1 }))
    },
  }
}

export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

/** Pulls chunk by chunk, so that a reader who leaves early closes the file. */
function asWebStream(source: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = source[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next()
      if (next.done === true) controller.close()
      else controller.enqueue(new Uint8Array(next.value))
    },
    cancel() {
      source.destroy()
    },
  })
}

/** Writes the stream to a new file, hashing on the way, and waits until the disk has it. */
export async function writeFlushed(file: string, source: AsyncIterable<Uint8Array>) {
  const handle = await open(file, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of source) {
      hash.update(chunk)
      size += chunk.byteLength
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), size }
}

/** The rename itself is only durable once the folder is flushed. */
async function moveInto(target: string, from: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true })
  await rename(from, target)
  if (process.platform === 'win32') return
  const folder = await open(path.dirname(target), 'r')
  await folder.sync().finally(() => folder.close())
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
