import type { blobSource, ByteSource } from '@/lib/pdf'

const SELDOM_MS = 50

/**
 * Tells now and then how far the walk over a file has come, of 1; what is read here and there for its structure is not told.
 * At each telling the page has its turn: pieces that are already there come without one, and it would stand still.
 */
export function sourceWithProgress(
  source: ReturnType<typeof blobSource>,
  onProgress: (share: number) => void,
): ByteSource {
  let last = -Infinity
  return {
    ...source,
    async readInto(offset, target) {
      if (performance.now() - last >= SELDOM_MS) {
        onProgress(offset / source.size)
        await nextTask()
        last = performance.now()
      }
      return source.readInto(offset, target)
    },
  }
}

/** A timer would wait for a second in a tab that is not looked at. */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
