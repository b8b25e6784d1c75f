import type { AnomalyCode } from './anomaly'
import { entryBuilder, mergedEntries, mostEntries, ROW_WORK } from './entries'
import type { EntryBuilder, EntryTable } from './entries'
import { PdfFault } from './fault'
import { isDigit, isSpace, peek, skipSpace, takeInteger, takeKeyword } from './lexer'
import type { Cursor } from './lexer'
import { asArray, asDict, asInteger, asName, latin1 } from './object'
import type { PdfDict } from './object'
import { parseDict } from './parser'
import { readAt, readIndirect } from './read-at'
import { boundsOf, placed, rest, spend } from './source'
import type { ByteSource } from './source'
import { decodeData, filtersOf } from './stream'

/** One cross-reference section (ISO 32000-2 sections 7.5.4 and 7.5.8); `end` is the offset behind it. */
export type XrefSection = {
  readonly offset: number
  readonly end: number
  readonly kind: 'table' | 'stream'
  readonly hybrid: boolean
  readonly trailer: PdfDict
  readonly entries: EntryTable
}

export type Note = (code: AnomalyCode, offset: number) => void

const MAX_XREF_DATA = 1 << 26
const CHUNK = 4096
/** What finding the head of a subsection costs beside reading a byte. */
const HEAD_WORK = 512

/**
 * The section at this offset, or at most 64 bytes from it where a writer miscounted: a table (with the stream of a hybrid
 * file merged in) or a stream.
 */
export async function readSection(source: ByteSource, offset: number, note: Note): Promise<XrefSection> {
  const once = onceEach(note)
  try {
    return await readSectionAt(source, offset, once)
  } catch (error) {
    const near = error instanceof PdfFault ? await sectionNear(source, offset) : undefined
    if (near === undefined) throw error
    note('startxref-mismatch', near)
    return readSectionAt(source, near, once)
  }
}

/** What is odd about each of a million rows is told once. */
function onceEach(note: Note): Note {
  const noted = new Set<AnomalyCode>()
  return (code, offset) => {
    if (!noted.has(code)) note(code, offset)
    noted.add(code)
  }
}

const NEAR = 64

async function sectionNear(source: ByteSource, offset: number): Promise<number | undefined> {
  const from = Math.max(0, offset - NEAR)
  const text = latin1(await source.read(from, NEAR * 2 + 16))
  const match = /(?<!start)xref\s|\d+ \d+ obj\s*<<[^>]*\/XRef/.exec(text)
  return match === null || from + match.index === offset ? undefined : from + match.index
}

/** Whether a section begins at this very offset. */
export async function isSectionAt(source: ByteSource, offset: number): Promise<boolean> {
  const { table, digit } = await startAt(source, offset)
  return table || (digit && asName(asDict((await readIndirect(source, offset)).value)?.entries.get('Type')) === 'XRef')
}

function startAt(source: ByteSource, offset: number): Promise<{ table: boolean; at: number; digit: boolean }> {
  if (offset < 0 || offset >= source.size) throw new PdfFault('xref-missing', undefined, offset)
  return readAt(source, offset, (c) => {
    const table = takeKeyword(c, 'xref')
    return { table, at: c.base + c.pos, digit: isDigit(peek(c)) }
  })
}

async function readSectionAt(source: ByteSource, offset: number, note: Note): Promise<XrefSection> {
  const start = await startAt(source, offset)
  if (start.table) return readTableSection(source, offset, start.at, note)
  if (start.digit) return readStreamSection(source, offset, note)
  throw new PdfFault('xref-missing', undefined, offset)
}

async function readTableSection(source: ByteSource, offset: number, at: number, note: Note): Promise<XrefSection> {
  const builder = entryBuilder(mostEntries(source.size), source.origin)
  for (let position = at; ; ) {
    spend(source, HEAD_WORK)
    const head = await readAt(source, position, subsectionHead)
    if (head.trailer !== undefined) {
      const { table, repeated } = builder.done()
      if (repeated > 0) note('xref-repeated-entry', offset)
      const section = {
        offset,
        end: head.at,
        kind: 'table',
        hybrid: false,
        trailer: head.trailer,
        entries: table,
      } as const
      return withHybrid(source, section, note)
    }
    if (head.count * 19 > source.size - head.at)
      throw new PdfFault('xref-malformed', 'more entries than bytes', position)
    position = await readEntries(source, head, builder, note)
  }
}

type Head = { at: number; start: number; count: number; trailer: PdfDict | undefined }

function subsectionHead(c: Cursor): Head {
  if (takeKeyword(c, 'trailer')) {
    skipSpace(c)
    if (peek(c) !== 60 || peek(c, 1) !== 60) throw new PdfFault('xref-malformed', 'trailer', c.base + c.pos)
    const trailer = parseDict(c)
    return { at: c.base + c.pos, start: 0, count: 0, trailer }
  }
  const start = takeInteger(c)
  const count = takeInteger(c)
  if (start === undefined || count === undefined) throw new PdfFault('xref-malformed', 'subsection', c.base + c.pos)
  while (isSpace(peek(c))) c.pos++
  return { at: c.base + c.pos, start, count, trailer: undefined }
}

/** Rows are 20 bytes long (section 7.5.4), but some writers end them with one byte or with three. */
function rowWidth(sample: string, rows: number): number {
  const blanks = (/^.{18}(\s{1,4})/s.exec(sample)?.[1] ?? '  ').length
  return 18 + (rows === 1 ? Math.min(blanks, 2) : blanks)
}

async function readEntries(source: ByteSource, head: Head, builder: EntryBuilder, note: Note): Promise<number> {
  if (head.count === 0) return head.at
  const sample = latin1(await source.read(head.at, 24))
  const width = rowWidth(sample, head.count)
  // "1 n" followed by the head of the free list: a known slip of writers that count from one.
  const slip = head.start === 1 && sample.startsWith('0000000000 65535 f') ? 1 : 0
  if (width !== 20) note('xref-entry-width', head.at)
  if (slip === 1) note('xref-off-by-one', head.at)
  await readRows(source, head, { width, first: head.start - slip }, builder)
  return head.at + head.count * width
}

type Rows = { width: number; first: number }

async function readRows(source: ByteSource, head: Head, { width, first }: Rows, builder: EntryBuilder): Promise<void> {
  for (let done = 0; done < head.count; done += CHUNK) {
    const rows = Math.min(CHUNK, head.count - done)
    spend(source, rows * ROW_WORK)
    const bytes = await source.read(head.at + done * width, rows * width)
    if (bytes.length < rows * width - 2) throw new PdfFault('xref-malformed', 'entries end early', head.at)
    for (let row = 0; row < rows; row++) readEntry(bytes, row * width, first + done + row, builder)
  }
}

function readEntry(bytes: Uint8Array, at: number, num: number, builder: EntryBuilder): void {
  const kind = bytes[at + 17]
  const offset = digits(bytes, at, at + 10)
  const gen = digits(bytes, at + 11, at + 16)
  if (bytes[at + 10] !== 32 || bytes[at + 16] !== 32 || offset < 0 || gen < 0)
    throw new PdfFault('xref-malformed', 'entry')
  if (kind === 110) builder.add(num, offset === 0 ? 0 : 1, offset, gen)
  else if (kind === 102) builder.add(num, 0, 0, gen)
  else throw new PdfFault('xref-malformed', 'entry kind')
}

function digits(bytes: Uint8Array, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0
    if (!isDigit(byte)) return -1
    value = value * 10 + byte - 48
  }
  return value
}

async function withHybrid(source: ByteSource, section: XrefSection, note: Note): Promise<XrefSection> {
  const hidden = section.trailer.entries.get('XRefStm')
  if (hidden === undefined) return section
  const offset = placed(source, asInteger(hidden) ?? Infinity)
  if (offset >= section.offset) throw new PdfFault('xref-malformed', 'XRefStm', section.offset)
  const stream = await readStreamSection(source, offset, note)
  return { ...section, hybrid: true, entries: mergedEntries(section.entries, stream.entries, true) }
}

async function readStreamSection(source: ByteSource, offset: number, note: Note): Promise<XrefSection> {
  const object = await readIndirect(source, offset)
  const dict = asDict(object.value)
  if (dict === undefined || object.data === undefined) throw new PdfFault('xref-missing', undefined, offset)
  if (asName(dict.entries.get('Type')) !== 'XRef') throw new PdfFault('xref-missing', 'not an XRef stream', offset)
  const length = asInteger(dict.entries.get('Length'))
  if (length === undefined || length < 0 || length > MAX_XREF_DATA)
    throw new PdfFault('xref-malformed', 'Length', offset)
  const raw = await source.read(object.data, length)
  const { bytes } = decodeData(raw, filtersOf(dict), boundsOf(source, MAX_XREF_DATA))
  const builder = entryBuilder(mostEntries(source.size), source.origin)
  await fillEntries(source, builder, { dict, bytes, offset }, note)
  const { table: entries, repeated } = builder.done()
  if (repeated > 0) note('xref-repeated-entry', offset)
  return { offset, end: object.data + length, kind: 'stream', hybrid: false, trailer: dict, entries }
}

type XrefData = { readonly dict: PdfDict; readonly bytes: Uint8Array; readonly offset: number }

async function fillEntries(
  source: ByteSource,
  builder: EntryBuilder,
  { dict, bytes, offset }: XrefData,
  note: Note,
): Promise<void> {
  const [a, b, c] = fieldWidths(dict, offset)
  const width = a + b + c
  let at = 0
  for (const { start, count } of subsections(dict, offset)) {
    const rows = Math.min(count, Math.floor((bytes.length - at) / width))
    if (rows < count) note('xref-size', offset)
    for (let i = 0; i < rows; i++, at += width) {
      if (i % CHUNK === 0) {
        spend(source, Math.min(CHUNK, rows - i) * ROW_WORK)
        await rest(source)
      }
      const kind = a === 0 ? 1 : field(bytes, at, a)
      builder.add(start + i, kind > 2 ? 0 : kind, field(bytes, at + a, b), field(bytes, at + a + b, c))
    }
  }
}

function fieldWidths(dict: PdfDict, offset: number): [number, number, number] {
  const [a = -1, b = -1, c = -1] = (asArray(dict.entries.get('W')) ?? []).map((w) => asInteger(w) ?? -1)
  if ([a, b, c].some((w) => w < 0 || w > 8) || a + b + c < 1) throw new PdfFault('xref-malformed', 'W', offset)
  return [a, b, c]
}

function subsections(dict: PdfDict, offset: number): { start: number; count: number }[] {
  const size = asInteger(dict.entries.get('Size')) ?? -1
  const index = (asArray(dict.entries.get('Index')) ?? [0, size]).map((n) => asInteger(n) ?? -1)
  if (index.some((n) => n < 0) || index.length > 1 << 20) throw new PdfFault('xref-malformed', 'Index', offset)
  return index.flatMap((start, i) => (i % 2 === 0 ? [{ start, count: index[i + 1] ?? 0 }] : []))
}

function field(bytes: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let i = 0; i < width; i++) value = value * 256 + (bytes[at + i] ?? 0)
  return value
}
