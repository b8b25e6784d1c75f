export type Sized = { bytes: number; tags: readonly string[] }

type Held<Entry> = { entries: Map<string, Entry>; keysOfTag: Map<string, Set<string>>; bytes: number }

function remove<Entry extends Sized>(contents: Held<Entry>, key: string): void {
  const entry = contents.entries.get(key)
  if (entry === undefined) return
  contents.entries.delete(key)
  contents.bytes -= entry.bytes
  for (const tag of entry.tags) {
    const keys = contents.keysOfTag.get(tag)
    keys?.delete(key)
    if (keys?.size === 0) contents.keysOfTag.delete(tag)
  }
}

function add<Entry extends Sized>(contents: Held<Entry>, key: string, entry: Entry): void {
  contents.entries.set(key, entry)
  contents.bytes += entry.bytes
  for (const tag of entry.tags) {
    const keys = contents.keysOfTag.get(tag)
    if (keys) keys.add(key)
    else contents.keysOfTag.set(tag, new Set([key]))
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
  const contents: Held<Entry> = { entries: new Map(), keysOfTag: new Map(), bytes: 0 }
  return {
    get(key) {
      const entry = contents.entries.get(key)
      if (entry === undefined) return undefined
      contents.entries.delete(key)
      contents.entries.set(key, entry)
      return entry
    },
    set(key, entry) {
      remove(contents, key)
      if (entry.bytes > maxBytes) return
      add(contents, key, entry)
      for (const oldest of contents.entries.keys()) {
        if (contents.bytes <= maxBytes) break
        remove(contents, oldest)
      }
    },
    drop(tag) {
      for (const key of [...(contents.keysOfTag.get(tag) ?? [])]) remove(contents, key)
    },
    clear() {
      contents.entries.clear()
      contents.keysOfTag.clear()
      contents.bytes = 0
    },
    size: () => ({ entries: contents.entries.size, bytes: contents.bytes }),
  }
}
