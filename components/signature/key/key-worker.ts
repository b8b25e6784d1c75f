import { readPkcs12 } from '@/lib/cms'
import type { KeyFileAnswer, KeyFileQuestion } from './read-key-file'

const answer = (message: KeyFileAnswer) => {
  globalThis.postMessage(message)
}

/** Opens one key file apart from the page, which stays usable for the seconds that hundreds of thousands of rounds take. */
globalThis.addEventListener('message', ({ data: { bytes, password } }: MessageEvent<KeyFileQuestion>) => {
  const onProgress = ({ done, of }: { done: number; of: number }) => {
    answer({ kind: 'progress', share: done / of })
  }
  void readPkcs12(bytes, password, { onProgress }).then((contents) => {
    answer(contents.ok ? { kind: 'read', keys: contents.value.keys } : { kind: 'refused', code: contents.error.code })
  })
})
