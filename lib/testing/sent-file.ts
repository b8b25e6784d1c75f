import { bytesToStream } from '@/lib/kernel'
import type { SentFile } from '@/lib/ports'

/** Bytes as somebody sends them, the kind told by their beginning. */
export function sentFile(bytes: Uint8Array, ownerId = 'an'): SentFile {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  const kind = head.startsWith('%PDF') ? 'pdf' : head.includes('ftyp') ? 'heic' : 'image'
  return { ownerId, kind, size: bytes.byteLength, open: () => Promise.resolve(bytesToStream(bytes)) }
}
