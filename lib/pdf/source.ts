import { PdfFault } from './fault'
import type { Bounds } from './filters'

/** Random access to bytes of a known size; `read` returns fewer bytes only at the end of the source. */
export type ByteSource = {
  readonly size: number
  read(offset: number, length: number): Promise<Uint8Array>
  /** Fills `target` from an offset and gives the count of bytes; sources that can, spare a buffer for every chunk. */
  readInto?(offset: number, target: Uint8Array): Promise<number>
  /** What the offsets written in the file count from, 0 unless told (ISO 32000-2 section 7.5.2). */
  readonly origin?: number
  /** Counts bytes that are read once more, searched or inflated; throws `PdfFault` when a file asks for too much of it. */
  spend?(bytes: number): void
  /** Lets others have their turn when much has been counted since the last one. */
  rest?(): Promise<void> | undefined
}

/** Where an offset written in the file leads. */
export function placed({ origin = 0 }: ByteSource, offset: number): number {
  return origin + offset
}

/** Counts work against what the source allows, where it does. */
export function spend(source: ByteSource, bytes: number): void {
  source.spend?.(bytes)
}

/** For loops that count work without reading: others are served in between. */
export function rest(source: ByteSource): Promise<void> | undefined {
  return source.rest?.()
}

/** At most `limit` bytes from one filter, all work counted against what the source allows. */
export function boundsOf(source: ByteSource, limit: number): Bounds {
  return {
    limit,
    charge: (bytes) => {
      spend(source, bytes)
    },
  }
}

const CHUNK = 1 << 20

/** The bytes from one offset to another, chunk by chunk; a chunk holds only until the next one is asked for. */
export async function* chunksOf(source: ByteSource, from: number, to: number): AsyncGenerator<Uint8Array> {
  const spare =
    source.readInto === undefined
      ? []
      : [new Uint8Array(Math.min(CHUNK, to - from)), new Uint8Array(Math.min(CHUNK, to - from))]
  const fetch = async (at: number, turn: number): Promise<Uint8Array> => {
    const length = Math.min(CHUNK, to - at)
    const buffer = spare[turn % 2]?.subarray(0, length)
    if (buffer === undefined || source.readInto === undefined) return source.read(at, length)
    return buffer.subarray(0, await source.readInto(at, buffer))
  }
  let next = fetch(from, 0)
  for (let at = from, turn = 1; at < to; turn++) {
    const bytes = await next
    if (bytes.length === 0) throw new Error(`source ended at ${String(at)}`)
    at += bytes.length
    // The next chunk is on its way while this one is used.
    if (at < to) next = fetch(at, turn)
    yield bytes
  }
}

/** A source over bytes already in memory. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, Math.min(bytes.length, offset + length))),
  }
}

/** A source over a browser `Blob` or `File`; only what is asked for is read, and a walk from front to back is one stream. */
export function blobSource(blob: Blob): ByteSource & Required<Pick<ByteSource, 'readInto'>> {
  const read = async (offset: number, length: number): Promise<Uint8Array> =>
    new Uint8Array(await blob.slice(offset, Math.min(blob.size, offset + length)).arrayBuffer())
  let idle: Walk | undefined
  return {
    size: blob.size,
    read,
    async readInto(offset, target) {
      // Whoever walks has the stream to himself: another reading meanwhile opens one of its own.
      const walk = idle?.at === offset ? idle : walkFrom(blob, offset)
      if (walk === undefined) return fill(target, await read(offset, target.length))
      if (walk !== idle) await idle?.reader.cancel()
      idle = undefined
      const count = await step(walk, target)
      if (walk.at < blob.size) idle = walk
      return count
    },
  }
}

/** A stream over a blob and where it stands. Its one buffer goes to and fro: slices would leave a new one each. */
type Walk = { readonly reader: ReadableStreamBYOBReader; at: number; spare: Uint8Array<ArrayBuffer> }

/** Undefined in browsers that hand out buffers of their own only. */
function walkFrom(blob: Blob, offset: number): Walk | undefined {
  try {
    const reader = blob.slice(offset).stream().getReader({ mode: 'byob' })
    return { reader, at: offset, spare: new Uint8Array(CHUNK) }
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Browsers collect a stream that only its own pending reading holds, and that reading then never ends. */
const underWay = new Set<Walk>()

async function step(walk: Walk, target: Uint8Array): Promise<number> {
  underWay.add(walk)
  try {
    let done = 0
    while (done < target.length) {
      const { value } = await walk.reader.read(walk.spare.subarray(0, target.length - done))
      if (value === undefined) break
      walk.spare = new Uint8Array(value.buffer)
      if (value.length === 0) break
      done += fill(target.subarray(done), value)
    }
    walk.at += done
    return done
  } finally {
    underWay.delete(walk)
  }
}

function fill(target: Uint8Array, bytes: Uint8Array): number {
  target.set(bytes)
  return bytes.length
}

/** One source after the other, as an appended revision follows its file. */
export function joinedSource(first: ByteSource, second: ByteSource): ByteSource {
  return {
    size: first.size + second.size,
    async read(offset, length) {
      if (offset >= first.size) return second.read(offset - first.size, length)
      const head = await first.read(offset, Math.min(length, first.size - offset))
      if (head.length === length || offset + head.length < first.size) return head
      const tail = await second.read(0, length - head.length)
      const whole = new Uint8Array(head.length + tail.length)
      whole.set(head)
      whole.set(tail, head.length)
      return whole
    },
  }
}

const PAGE = 1 << 14
const PAGES = 128
/** What any file may ask for, how much more a small one may for each byte of its own, and where that ends. */
const [WORK, WORK_PER_BYTE, MOST_WORK] = [1 << 26, 16, 1 << 27]

/** Work that is done in one go: some tens of milliseconds. */
const SPELL = 1 << 21

/** A turn for whatever else waits: answers to reads from memory alone would hold the event loop for as long as they come. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve)
    else setTimeout(resolve)
  })
}

/** Beyond, each byte of a file adds one, because a long file takes its time anyhow. */
function workFor(size: number): number {
  return Math.min(WORK + size * WORK_PER_BYTE, MOST_WORK) + size
}

/** Pages by their number; the oldest half is given up where there are too many. */
function pagesOf(source: ByteSource): (index: number) => Promise<Uint8Array> {
  const pages = new Map<number, Uint8Array>()
  return async (index) => {
    const cached = pages.get(index)
    if (cached !== undefined) return cached
    const bytes = await source.read(index * PAGE, PAGE)
    if (pages.size >= PAGES) for (const oldest of [...pages.keys()].slice(0, PAGES / 2)) pages.delete(oldest)
    pages.set(index, bytes)
    return bytes
  }
}

/** A source that keeps the last 2 MiB of 16 KiB pages, for a reader that looks at neighbouring objects. */
export function cachedSource(source: ByteSource): ByteSource {
  let work = workFor(source.size)
  let unbroken = 0
  const pause = () => {
    if (unbroken < SPELL) return undefined
    unbroken = 0
    return turn()
  }
  const page = pagesOf(source)
  return {
    size: source.size,
    rest: pause,
    spend(bytes) {
      work -= bytes
      unbroken += bytes
      if (work < 0)
        throw new PdfFault('too-complex', 'more to read again or to inflate than a file of this size may ask for')
    },
    async read(offset, length) {
      const count = Math.max(0, Math.min(length, source.size - offset))
      unbroken += count
      await pause()
      if (count > PAGE * 4) return source.read(offset, count)
      const result = new Uint8Array(count)
      for (let done = 0; done < count; ) {
        const at = offset + done
        const bytes = (await page(Math.floor(at / PAGE))).subarray(at % PAGE, (at % PAGE) + count - done)
        if (bytes.length === 0) return result.subarray(0, done)
        result.set(bytes, done)
        done += bytes.length
      }
      return result
    },
  }
}
