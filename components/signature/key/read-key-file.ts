import type { Pkcs12Key } from '@/lib/cms'
import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'

export type KeyFileQuestion = { bytes: Uint8Array; password: string }
export type KeyFileAnswer =
  | { kind: 'progress'; share: number }
  | { kind: 'read'; keys: readonly Pkcs12Key[] }
  | { kind: 'refused'; code: string }

/**
 * The keys of a PKCS#12 file, read in a worker that ends with the answer. `onProgress` is told how far it is, of 1.
 * Errors: the codes of `readPkcs12`; `worker-missing` where the code of the worker cannot be had.
 */
export async function readKeyFile(
  question: KeyFileQuestion,
  onProgress: (share: number) => void,
): Promise<Result<readonly Pkcs12Key[], string>> {
  const worker = new Worker(new URL('./key-worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise((resolve) => {
      worker.addEventListener('error', () => {
        resolve(err('worker-missing'))
      })
      worker.addEventListener('message', ({ data }: MessageEvent<KeyFileAnswer>) => {
        if (data.kind === 'progress') onProgress(data.share)
        else resolve(data.kind === 'read' ? ok(data.keys) : err(data.code))
      })
      worker.postMessage(question)
    })
  } finally {
    worker.terminate()
  }
}
