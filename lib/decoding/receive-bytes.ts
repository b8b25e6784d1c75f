import type { Readable } from 'node:stream'

/** Exactly so many bytes of a stream that goes on after them. */
export async function receiveBytes(stream: Readable, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  let at = 0
  while (at < size) {
    const chunk: unknown = stream.read(Math.min(size - at, Math.max(1, stream.readableLength)))
    if (chunk instanceof Uint8Array) {
      bytes.set(chunk, at)
      at += chunk.byteLength
    } else {
      await new Promise((resolve) => stream.once('readable', resolve))
    }
  }
  return bytes
}
