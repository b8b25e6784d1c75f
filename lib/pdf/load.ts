import type { AnomalyCode } from './anomaly'
import { findEntry, note, placeOf } from './document'
import type { Located, ObjectStream, Pdf } from './document'
import { mostEntries } from './entries'
import type { Entry } from './entries'
import { PdfFault } from './fault'
import { cursorOf, looksAt, skipSpace, takeInteger } from './lexer'
import { asArray, asDict, asInteger, asRef, asStream, dictOf } from './object'
import type { PdfDict, PdfObject, PdfStream } from './object'
import { parseObject } from './parser'
import { parseCounted, readAt, readIndirect } from './read-at'
import type { IndirectObject } from './parser'
import type { Revision } from './revisions'
import { boundsOf, rest, spend } from './source'
import { decodeData, directly, filtersOf } from './stream'

const MAX_DECODED = 1 << 26
const MAX_HELD = 1 << 25
const MAX_REMEMBERED = 4096
const MAX_HOPS = 32
/** What finding and parsing one object costs beside reading a byte. */
const LOAD_WORK = 256
/** What one pair of numbers at the beginning of an object stream costs, and how many are read in one go. */
const [PAIR_WORK, PAIRS] = [32, 4096]

/** The object with this number as of a revision; null when there is none or it cannot be read (the oddity is recorded). */
export async function loadObject(pdf: Pdf, num: number, at: Revision): Promise<PdfObject> {
  const located = findEntry(pdf, num, at)
  if (located === undefined || located.entry.kind === 'free') return null
  if (pdf.memory.budget-- <= 0) throw new PdfFault('too-complex', 'objects')
  const key = keyOf(pdf, located, num, at)
  const cached = pdf.memory.objects.get(key)
  if (cached !== undefined) return cached
  spend(pdf.source, LOAD_WORK)
  const value = await readEntry(pdf, { num, at, ...located })
  remember(pdf, key, value)
  return value
}

function remember(pdf: Pdf, key: string, value: PdfObject): void {
  const { objects } = pdf.memory
  if (objects.size >= MAX_REMEMBERED)
    for (const old of [...objects.keys()].slice(0, MAX_REMEMBERED / 2)) objects.delete(old)
  objects.set(key, value)
}

function keyOf(pdf: Pdf, located: Located, num: number, at: Revision): string {
  const { entry } = located
  if (entry.kind !== 'in') return `${placeOf(located)}/${String(num)}`
  return `${placeOf(findEntry(pdf, entry.stream, at))}:${String(entry.index)}/${String(num)}`
}

type Place = Located & { num: number; at: Revision }

async function readEntry(pdf: Pdf, place: Place): Promise<PdfObject> {
  const { entry, num } = place
  try {
    if (entry.kind === 'at') return await readDirect(pdf, place, entry)
    return entry.kind === 'in' ? await readCompressed(pdf, place, entry) : null
  } catch (error) {
    if (!(error instanceof PdfFault) || !TOLERATED.has(error.code)) throw error
    note(pdf, { code: 'object-malformed', offset: error.offset ?? -1, object: num, revision: place.revision.index })
    return null
  }
}

const TOLERATED = new Set(['object-malformed', 'stream-malformed'])

async function readDirect(pdf: Pdf, place: Place, entry: Extract<Entry, { kind: 'at' }>): Promise<PdfObject> {
  const { num, revision } = place
  const odd = (code: AnomalyCode) => {
    note(pdf, { code, offset: entry.offset, object: num, revision: revision.index })
  }
  if (entry.offset >= revision.end) {
    odd('object-beyond-revision')
    return null
  }
  const object = await readIndirect(pdf.source, entry.offset)
  if (object.num !== num) {
    odd('object-mismatch')
    return null
  }
  if (object.gen !== entry.gen) odd('generation-mismatch')
  if (object.end > revision.end) odd('object-beyond-revision')
  if (repeatsKey(object.value)) odd('duplicate-key')
  if (object.data !== undefined) return readStream(pdf, place, object)
  return pdf.decryptor === undefined ? object.value : pdf.decryptor.strings(object.value, object)
}

function repeatsKey(value: PdfObject): boolean {
  const dict = asDict(value)
  if (dict !== undefined) return dict.duplicates.length > 0 || [...dict.entries.values()].some(repeatsKey)
  return asArray(value)?.some(repeatsKey) ?? false
}

async function readStream(pdf: Pdf, place: Place, object: IndirectObject): Promise<PdfStream | null> {
  const dict = asDict(object.value)
  const start = object.data
  if (dict === undefined || start === undefined)
    throw new PdfFault('object-malformed', 'stream without dictionary', start)
  const stated = asInteger(await resolve(pdf, dict.entries.get('Length'), place.at)) ?? -1
  const owner = { num: object.num, gen: object.gen }
  const plain = pdf.decryptor === undefined ? dict : asDict(await pdf.decryptor.strings(dict, owner))
  const stream = (length: number): PdfStream => ({ type: 'stream', dict: plain ?? dict, start, length, owner })
  const limit = place.revision.end - start
  if (stated >= 0 && stated <= limit && (await endsThere(pdf, start + stated))) return stream(stated)
  note(pdf, { code: 'stream-length', offset: start, object: place.num, revision: place.revision.index })
  const length = await searchEndstream(pdf, start, limit)
  return stream(length)
}

function endsThere(pdf: Pdf, at: number): Promise<boolean> {
  return readAt(
    pdf.source,
    at,
    (c) => {
      skipSpace(c)
      return looksAt(c, 'endstream')
    },
    64,
  )
}

/** Where a wrong Length leads nowhere, a stream ends at its first `endstream` (within 16 MiB). */
async function searchEndstream(pdf: Pdf, start: number, limit: number): Promise<number> {
  spend(pdf.source, Math.min(limit, 1 << 24))
  const bytes = await pdf.source.read(start, Math.min(limit, 1 << 24))
  const at = indexOfText(bytes, 'endstream')
  if (at < 0) throw new PdfFault('stream-malformed', 'no endstream', start)
  const line = bytes[at - 1] === 10 ? (bytes[at - 2] === 13 ? 2 : 1) : bytes[at - 1] === 13 ? 1 : 0
  return at - line
}

function indexOfText(bytes: Uint8Array, text: string): number {
  const first = text.charCodeAt(0)
  const c = cursorOf(bytes)
  for (c.pos = bytes.indexOf(first); c.pos >= 0; c.pos = bytes.indexOf(first, c.pos + 1)) {
    if (looksAt(c, text)) return c.pos
  }
  return -1
}

async function readCompressed(pdf: Pdf, place: Place, entry: Extract<Entry, { kind: 'in' }>): Promise<PdfObject> {
  const stream = await objectStream(pdf, entry.stream, place.at)
  const index = stream?.nums[entry.index] === place.num ? entry.index : placeIn(pdf, stream, place.num)
  if (stream === undefined || index < 0) {
    note(pdf, { code: 'object-mismatch', offset: -1, object: place.num, revision: place.revision.index })
    return null
  }
  const cursor = cursorOf(stream.bytes.subarray(stream.offsets[index]), Number.NEGATIVE_INFINITY)
  const value = parseCounted(pdf.source, cursor, parseObject)
  if (repeatsKey(value))
    note(pdf, { code: 'duplicate-key', offset: -1, object: place.num, revision: place.revision.index })
  return value
}

/** A number that does not stand where its entry says is looked for among all of the stream. */
function placeIn(pdf: Pdf, stream: ObjectStream | undefined, num: number): number {
  if (stream === undefined) return -1
  spend(pdf.source, stream.nums.length)
  return stream.nums.indexOf(num)
}

async function objectStream(pdf: Pdf, num: number, at: Revision): Promise<ObjectStream | undefined> {
  const container = findEntry(pdf, num, at)
  if (container?.entry.kind !== 'at') return undefined
  const key = placeOf(container)
  const cached = pdf.memory.streams.get(key)
  if (cached !== undefined) return cached
  const stream = asStream(await loadObject(pdf, num, at))
  if (stream === undefined) return undefined
  const decoded = await decodeStream(pdf, stream, at)
  if (!decoded.complete) note(pdf, { code: 'object-stream-damaged', offset: stream.start, object: num })
  const parsed = await parseObjectStream(pdf, stream, decoded.bytes, at)
  const size = parsed.bytes.length + parsed.nums.byteLength + parsed.offsets.byteLength
  pdf.memory.heldBytes += size
  if (pdf.memory.heldBytes > MAX_HELD) {
    pdf.memory.streams.clear()
    pdf.memory.heldBytes = size
  }
  pdf.memory.streams.set(key, parsed)
  return parsed
}

async function parseObjectStream(pdf: Pdf, stream: PdfStream, bytes: Uint8Array, at: Revision): Promise<ObjectStream> {
  const first = asInteger(await get(pdf, stream.dict, 'First', at)) ?? Infinity
  const count = Math.max(0, asInteger(await get(pdf, stream.dict, 'N', at)) ?? Infinity)
  if (count * 2 > bytes.length || first > bytes.length)
    throw new PdfFault('stream-malformed', 'object stream', stream.start)
  if (count > mostEntries(pdf.source.size)) throw new PdfFault('too-many-objects', 'object stream', stream.start)
  spend(pdf.source, count * PAIR_WORK)
  return { ...(await takePairs(pdf, stream, bytes.subarray(0, first), count)), bytes }
}

/** The numbers of the objects in a stream, and where each begins: both stand before the first. */
async function takePairs(
  pdf: Pdf,
  stream: PdfStream,
  head: Uint8Array,
  count: number,
): Promise<Omit<ObjectStream, 'bytes'>> {
  const c = cursorOf(head)
  const nums = new Float64Array(count)
  const offsets = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    if (i % PAIRS === 0) await rest(pdf.source)
    const num = takeInteger(c)
    const offset = takeInteger(c)
    if (num === undefined || offset === undefined) throw new PdfFault('stream-malformed', 'object stream', stream.start)
    nums[i] = num
    offsets[i] = head.length + offset
  }
  return { nums, offsets }
}

/** Follows references until something else stands there (at most 32, then null). */
export async function resolve(pdf: Pdf, value: PdfObject | undefined, at: Revision): Promise<PdfObject> {
  if (pdf.memory.budget-- <= 0) throw new PdfFault('too-complex', 'references')
  let current = value ?? null
  for (let hops = 0; hops < MAX_HOPS; hops++) {
    const target = asRef(current)
    if (target === undefined) return current
    current = await loadObject(pdf, target.num, at)
  }
  return null
}

/** The value of a key, references followed. */
export function get(pdf: Pdf, dict: PdfDict | undefined, key: string, at: Revision): Promise<PdfObject> {
  return resolve(pdf, dict?.entries.get(key), at)
}

/** A stream's bytes after decryption and its filters, at most 64 MiB. */
export async function decodeStream(
  pdf: Pdf,
  stream: PdfStream,
  at: Revision,
): Promise<{ bytes: Uint8Array; complete: boolean }> {
  if (stream.length > MAX_DECODED) throw new PdfFault('stream-too-large', undefined, stream.start)
  if (stream.dict.entries.get('F') !== undefined) throw new PdfFault('filter-unknown', 'external file')
  const stored = await pdf.source.read(stream.start, stream.length)
  const entries: [string, PdfObject][] = []
  for (const key of ['Filter', 'DecodeParms'])
    entries.push([key, await directly(stream.dict.entries.get(key) ?? null, (value) => resolve(pdf, value, at))])
  const filters = filtersOf(dictOf(entries))
  const raw = pdf.decryptor === undefined ? stored : await pdf.decryptor.stream(stored, stream, filters)
  return decodeData(raw, filters, boundsOf(pdf.source, MAX_DECODED))
}
