export type Sized = { bytes: number; tags: readonly string[] }

type Held<Entry> = { entries: Map<string, Entry>; keysOfTag: Map<string, Set<string>>; bytes: number }

function remove<Entry extends Sized>(held: Held<Entry>, key: string): void {
  const entry = held.entries.get(key)
  if (entry === undefined) return
  held.entries.delete(key)
  held.bytes -= entry.bytes
  for (const tag of entry.tags) {
    const keys = held.keysOfTag.get(tag)
    keys?.delete(key)
    if (keys?.size === 0) held.keysOfTag.delete(tag)
  }
}

function add<Entry extends Sized>(held: Held<Entry>, key: string, entry: Entry): void {
  held.entries.set(key, entry)
  held.bytes += entry.bytes
  for (const tag of entry.tags) {
    const keys = held.keysOfTag.get(tag)
    if (keys) keys.add(key)
    else held.keysOfTag.set(tag, new Set([key]))
  }
}

export type Store<Entry extends Sized> = {
  get: (key: string) => Entry | undefined
  set: (key: string, entry: Entry) => void
  /** Removes every entry that carries the tag. */
  drop: (tag: string) => void
  clear: () => void
  size: () => { entries: number; bytes: number }
}

/** Entries by key, bounded: the least recently used leave once `maxBytes` is passed. */
export function createStore<Entry extends Sized>(maxBytes: number): Store<Entry> {
  const held: Held<Entry> = { entries: new Map(), keysOfTag: new Map(), bytes: 0 }
  return {
    get(key) {
      const entry = held.entries.get(key)
      if (entry === undefined) return undefined
      held.entries.delete(key)
      held.entries.set(key, entry)
      return entry
    },
    set(key, entry) {
      remove(held, key)
      if (entry.bytes > maxBytes) return
      add(held, key, entry)
      for (const oldest of held.entries.keys()) {
        if (held.bytes <= maxBytes) break
        remove(held, oldest)
      }
    },
    drop(tag) {
      for (const key of [...(held.keysOfTag.get(tag) ?? [])]) remove(held, key)
    },
    clear() {
      held.entries.clear()
      held.keysOfTag.clear()
      held.bytes = 0
    },
    size: () => ({ entries: held.entries.size, bytes: held.bytes }),
  }
}
