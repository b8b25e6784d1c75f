import { createStore } from './store'

/** `isKept` is false for what may change without any news. */
type Found<Value> = { value: Value; tags: readonly string[]; isKept?: boolean }

/** What the database said, kept until news say that it may have changed. */
export type NewsMemory<Value> = {
  known: (key: string) => Value | undefined
  /** Looks it up; null is not kept. */
  find: (key: string, look: () => Promise<Found<Value> | null>) => Promise<Value | null>
  changed: (tag: string) => void
  forget: () => void
}

/** What an entry costs beside its key, estimated. */
const BYTES_OF_A_VALUE = 2048

/** Remembers at most about so many bytes; the least recently used leave first. */
export function createNewsMemory<Value>(maxBytes: number): NewsMemory<Value> {
  const store = createStore<{ value: Value; bytes: number; tags: readonly string[] }>(maxBytes)
  // What was read before a change may say what held before it, although it arrives later: it is used once and not kept.
  let changes = 0
  return {
    known: (key) => store.get(key)?.value,
    async find(key, look) {
      const before = changes
      const latest = await look()
      if (latest === null) return null
      const { value, tags, isKept = true } = latest
      if (isKept && changes === before) store.set(key, { value, tags, bytes: key.length + BYTES_OF_A_VALUE })
      return value
    },
    changed(tag) {
      changes += 1
      store.drop(tag)
    },
    forget() {
      changes += 1
      store.clear()
    },
  }
}
