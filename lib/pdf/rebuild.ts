import { entryBuilder, mostEntries } from './entries'
import type { EntryBuilder } from './entries'
import { PdfFault } from './fault'
import { cursorOf, takeInteger } from './lexer'
import { asDict, asInteger, asName, dictOf, latin1, ref } from './object'
import type { PdfDict } from './object'
import { parseDict, unescapedName } from './parser'
import { readAt, readIndirect } from './read-at'
import type { Revision } from './revisions'
import type { ByteSource } from './source'
import { boundsOf, chunksOf, rest, spend } from './source'
import { decodeData, filtersOf } from './stream'

const MAX_SIZE = 1 << 26
const MAX_FINDS = 1_000_000
const OVERLAP = 64
/** What noting a mark costs beside reading a byte. */
const FIND_WORK = 96
const MAX_NUMBER = 2 ** 31
/** What one look at a place that may be a trailer costs beside reading a byte. */
const ATTEMPT = 2048
const NAMES = ['ObjStm', 'XRef', 'Catalog', 'ByteRange'].map(anySpelling).join('|')
const MARKS = new RegExp(String.raw`(\d{1,10})\s+(\d{1,5})\s+obj\b|\btrailer\b|/(?:${NAMES})\b|%%EOF`, 'g')

/** Each letter of a name as it is or escaped (ISO 32000-2 7.3.5). */
function anySpelling(name: string): string {
  const escape = (letter: string) =>
    letter
      .charCodeAt(0)
      .toString(16)
      .replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)
  return Array.from(name, (letter) => `(?:${letter}|#${escape(letter)})`).join('')
}

/** A mark at an offset, and the object (its header's offset, number and generation) that it stands in. */
type Find = {
  readonly what: string
  readonly at: number
  readonly header: number
  readonly num: number
  readonly gen: number
}

/**
 * The file as one revision, its objects found by looking for them: for files (up to 64 MiB) whose cross-reference chain
 * is broken. Readers differ on such files, so the caller records that the structure was rebuilt. With `onlySigned`, a file that
 * holds no signature is not rebuilt.
 */
export async function rebuildRevision(source: ByteSource, onlySigned: boolean): Promise<Revision> {
  if (source.size > MAX_SIZE) throw new PdfFault('xref-missing', 'too large to rebuild')
  const finds = await findMarks(source)
  if (onlySigned && !finds.some(({ what }) => what === '/ByteRange')) throw new PdfFault('xref-missing', 'not signed')
  const end = finds.findLast((find) => find.what === '%%EOF')
  const trailer = await findTrailer(source, finds)
  if (trailer.entries.has('Encrypt')) throw new PdfFault('xref-missing', 'encrypted')
  return {
    index: 0,
    xref: 0,
    end: end === undefined ? source.size : end.at + 5,
    kind: 'table',
    hybrid: false,
    trailer,
    entries: await entriesOf(source, finds),
  }
}

async function entriesOf(source: ByteSource, finds: readonly Find[]): Promise<Revision['entries']> {
  const builder = entryBuilder(mostEntries(source.size))
  let compressed = 0
  // The builder keeps what comes first: the last definition of a number holds, in an object stream or by itself.
  for (const { what, num, gen, at, header } of finds.toReversed()) {
    if (what === 'obj' && num < MAX_NUMBER) builder.add(num, 1, at, gen)
    if (what === '/ObjStm') compressed += await addCompressed(source, { num, header }, builder)
    if (compressed > MAX_FINDS) throw new PdfFault('too-many-objects')
  }
  return builder.done().table
}

/** Adds what an object stream holds; how many there are. */
async function addCompressed(
  source: ByteSource,
  { num, header }: Pick<Find, 'num' | 'header'>,
  builder: EntryBuilder,
): Promise<number> {
  const numbers = await numbersIn(source, header)
  for (const [index, number] of numbers.entries()) if (number < MAX_NUMBER) builder.add(number, 2, num, index)
  return numbers.length
}

/** Every mark in the order of the file; those inside an object carry its number and the offset of its header. */
async function findMarks(source: ByteSource): Promise<Find[]> {
  const finds: Find[] = []
  let carried = ''
  let base = 0
  for await (const bytes of chunksOf(source, 0, source.size)) {
    const text = carried + latin1(bytes)
    const last = base + text.length >= source.size
    const [from, to] = [carried.length - OVERLAP / 2, last ? Infinity : text.length - OVERLAP / 2]
    for (const match of text.matchAll(MARKS)) {
      const end = match.index + match[0].length
      spend(source, FIND_WORK)
      await rest(source)
      if (end > from && end <= to) finds.push(findOf(match, base + match.index, finds.at(-1)))
    }
    if (finds.length > MAX_FINDS) throw new PdfFault('too-many-objects')
    carried = text.slice(-OVERLAP)
    base += text.length - carried.length
  }
  return finds
}

function findOf(match: RegExpExecArray, at: number, before: Find | undefined): Find {
  if (match[1] !== undefined) return { what: 'obj', at, header: at, num: Number(match[1]), gen: Number(match[2]) }
  const { num = 0, gen = 0, header = 0 } = before ?? {}
  return { what: unescapedName(match[0]), at, header, num, gen }
}

async function findTrailer(source: ByteSource, finds: readonly Find[]): Promise<PdfDict> {
  for (const find of finds.filter(({ what }) => what === 'trailer' || what === '/XRef').toReversed()) {
    const dict = await dictAt(source, find)
    if (dict?.entries.has('Root') === true) return dict
  }
  const catalog = finds.findLast((find) => find.what === '/Catalog')
  if (catalog !== undefined) return dictOf([['Root', ref(catalog.num, catalog.gen)]])
  // What is left of a signature can still be told, although the document is lost.
  if (finds.some(({ what }) => what === '/ByteRange')) return dictOf([])
  throw new PdfFault('xref-missing', 'no catalog')
}

async function dictAt(source: ByteSource, { what, at, header }: Find): Promise<PdfDict | undefined> {
  try {
    if (what === 'trailer' || what === '/XRef') spend(source, ATTEMPT)
    if (what === '/XRef') return asDict((await readIndirect(source, header)).value)
    if (what !== 'trailer') return undefined
    return await readAt(source, at + what.length, (c) => {
      while (c.pos < 8 && c.bytes[c.pos] !== 60) c.pos++
      return parseDict(c)
    })
  } catch (error) {
    if (error instanceof PdfFault && error.code !== 'too-complex') return undefined
    throw error
  }
}

/** The numbers of the objects in an object stream; none when it cannot be read. */
async function numbersIn(source: ByteSource, header: number): Promise<number[]> {
  try {
    return await readNumbers(source, header)
  } catch (error) {
    if (error instanceof PdfFault && error.code !== 'too-complex') return []
    throw error
  }
}

async function readNumbers(source: ByteSource, header: number): Promise<number[]> {
  const { value, data = source.size } = await readIndirect(source, header)
  const dict = asDict(value) ?? dictOf([])
  if (asName(dict.entries.get('Type')) !== 'ObjStm') return []
  const entry = (key: string) => asInteger(dict.entries.get(key)) ?? 0
  const raw = await source.read(data, Math.min(entry('Length'), source.size))
  const { bytes } = decodeData(raw, filtersOf(dict), boundsOf(source, MAX_SIZE))
  return pairsOf(bytes.subarray(0, Math.max(0, entry('First'))), Math.min(entry('N'), MAX_FINDS + 1))
}

/** The first of each pair of numbers that an object stream begins with. */
function pairsOf(bytes: Uint8Array, count: number): number[] {
  const c = cursorOf(bytes)
  const numbers: number[] = []
  while (numbers.length < count) {
    const [num, offset] = [takeInteger(c), takeInteger(c)]
    if (num === undefined || offset === undefined) break
    numbers.push(num)
  }
  return numbers
}
