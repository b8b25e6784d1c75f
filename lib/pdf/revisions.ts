import { mergedEntries, mostEntries } from './entries'
import type { EntryTable } from './entries'
import { PdfFault } from './fault'
import { cursorOf, isSpace, looksAt, peek, skipSpace, takeInteger, takeKeyword } from './lexer'
import type { Cursor } from './lexer'
import { asInteger, latin1 } from './object'
import type { PdfDict } from './object'
import { lastIndexOf } from './parser'
import { readAt } from './read-at'
import { placed, spend } from './source'
import type { ByteSource } from './source'
import { isSectionAt, readSection } from './xref'
import type { Note, XrefSection } from './xref'

/**
 * One saved state of the file. `end` is the offset just behind its `%%EOF` (the line end after it may or may not be
 * counted by a signature), `xref` the offset its `startxref` names, `entries` what it wrote itself.
 */
export type Revision = {
  readonly index: number
  readonly xref: number
  readonly end: number
  readonly kind: 'table' | 'stream'
  readonly hybrid: boolean
  readonly trailer: PdfDict
  readonly entries: EntryTable
}

const MAX_REVISIONS = 4096
const TAIL = 1024
const MAX_TAIL = 1 << 20
const MAX_GAP = 1 << 24

/** The chain of revisions from the last `startxref` (or the one given) backwards, given oldest first. */
export async function readRevisions(source: ByteSource, note: Note, from?: number): Promise<Revision[]> {
  const sections = await readChain(source, from ?? (await lastStartxref(source)), note)
  const marks = marksOf(source)
  const [main, first, ...others] = sections.reverse()
  if (main === undefined) throw new PdfFault('xref-missing')
  // A linearized file names its first-page section last, and that one points forward to the main one.
  const linearized = first !== undefined && first.offset < main.offset
  const revisions = [await revisionOf(marks, linearized ? [first, main] : [main], note)]
  const later = linearized || first === undefined ? others : [first, ...others]
  for (const section of later) revisions.push(await revisionOf(marks, [section], note, revisions.length))
  checkOrder(revisions, note)
  checkSizes(revisions, note)
  return revisions
}

/**
 * Numbers beyond `Size` are missing (ISO 32000-2 section 7.5.5), but most readers show what stands under them. They are read as
 * most do, and told: an update with a smaller `Size` takes signed objects away from some readers, and changes none.
 */
function checkSizes(revisions: readonly Revision[], note: Note): void {
  let greatest = 0
  for (const { entries, trailer, xref } of revisions) {
    greatest = Math.max(greatest, greatestUsed(entries))
    const size = asInteger(trailer.entries.get('Size')) ?? Infinity
    // The clause calls missing what is greater than `Size`, and `Size` greater than all by one.
    if (greatest >= size) note(greatest > size ? 'object-beyond-size' : 'xref-size', xref)
  }
}

function greatestUsed({ nums, kinds }: EntryTable): number {
  return nums[kinds.findLastIndex((kind) => kind !== 0)] ?? 0
}

/** Whether the last `startxref` leads to a section as exactly as it counts. */
export async function leadsToSection(source: ByteSource): Promise<boolean> {
  try {
    return await isSectionAt(source, await lastStartxref(source))
  } catch (error) {
    if (error instanceof PdfFault && error.code !== 'too-complex') return false
    throw error
  }
}

/** Each revision is appended behind the one before. */
function checkOrder(revisions: readonly Revision[], note: Note): void {
  for (const [i, revision] of revisions.entries()) {
    if (i > 0 && revision.xref < (revisions[i - 1]?.end ?? 0)) note('xref-order', revision.xref)
  }
}

async function readChain(source: ByteSource, last: number, note: Note): Promise<XrefSection[]> {
  const sections: XrefSection[] = []
  const offsets = new Set<number>()
  let entries = 0
  for (let offset: number | undefined = last; offset !== undefined; ) {
    if (offsets.has(offset)) throw new PdfFault('xref-cyclic', undefined, offset)
    if (offsets.size >= MAX_REVISIONS) throw new PdfFault('too-many-revisions', String(MAX_REVISIONS))
    offsets.add(offset)
    const section: XrefSection = await readSection(source, offset, note)
    sections.push(section)
    entries += section.entries.nums.length
    if (entries > mostEntries(source.size)) throw new PdfFault('too-many-objects', undefined, offset)
    offset = previousOf(source, section.trailer)
  }
  return sections
}

function previousOf(source: ByteSource, trailer: PdfDict): number | undefined {
  const previous = trailer.entries.get('Prev')
  if (previous === undefined || previous === null) return undefined
  const offset = asInteger(previous)
  if (offset === undefined) throw new PdfFault('xref-malformed', 'Prev')
  // Some writers put "Prev 0" into a first revision.
  return offset === 0 ? undefined : placed(source, offset)
}

async function revisionOf(marks: Marks, sections: XrefSection[], note: Note, index = 0): Promise<Revision> {
  const [first, second] = sections
  if (first === undefined) throw new PdfFault('xref-missing')
  const last = second ?? first
  const end = await revisionEnd(marks, last, first.offset, note)
  const entries = second === undefined ? first.entries : mergedEntries(first.entries, second.entries, false)
  return { index, xref: first.offset, end, kind: first.kind, hybrid: first.hybrid, trailer: first.trailer, entries }
}

async function revisionEnd(marks: Marks, section: XrefSection, named: number, note: Note): Promise<number> {
  const end = await readAt(marks.source, section.end, (c) => takeEnd(marks.source, c))
  const marked = end ?? (await searchEnd(marks, section.end, named))
  if (marked === undefined) {
    note('revision-end-missing', section.offset)
    return section.end
  }
  if (marked.xref !== named && marked.xref !== section.offset) note('startxref-mismatch', marked.end)
  return marked.end
}

type Mark = { xref: number; end: number }

function takeEnd(source: ByteSource, c: Cursor): Mark | undefined {
  for (const keyword of ['endstream', 'endobj']) takeKeyword(c, keyword)
  return takeMark(source, c)
}

/** `startxref`, a number, `%%EOF`; nothing is taken when they do not stand there. */
function takeMark(source: ByteSource, c: Cursor): Mark | undefined {
  if (!takeKeyword(c, 'startxref')) return undefined
  const xref = takeInteger(c)
  while (isSpace(peek(c))) c.pos++
  if (xref === undefined || !looksAt(c, '%%EOF')) return undefined
  return { xref: placed(source, xref), end: c.base + c.pos + 5 }
}

/** Objects may stand between a cross-reference stream and its `startxref`: look for the one that names the section. */
async function searchEnd(marks: Marks, from: number, named: number): Promise<Mark | undefined> {
  const until = Math.min(marks.source.size, from + MAX_GAP)
  for (let window = Math.floor(from / WINDOW); window * WINDOW < until; window++) {
    const marksInWindow = await marks.within(window)
    spend(marks.source, (marksInWindow.length + 1) * MARK_WORK)
    const match = marksInWindow.find((mark) => mark.xref === named && mark.at >= from)
    if (match !== undefined) return match
  }
  return undefined
}

const WINDOW = 1 << 16
const LONGEST_MARK = 256
const MOST_WINDOWS = 1024
/** What looking at one mark costs beside reading a byte. */
const MARK_WORK = 16

/** Where marks stand in the windows of a file, each searched once however many revisions ask for it. */
type Marks = { readonly source: ByteSource; within(window: number): Promise<readonly PlacedMark[]> }
type PlacedMark = Mark & { readonly at: number }

function marksOf(source: ByteSource): Marks {
  const cache = new Map<number, readonly PlacedMark[]>()
  return {
    source,
    async within(window) {
      const marks = cache.get(window) ?? (await findMarks(source, window * WINDOW))
      cache.set(window, marks)
      return marks
    },
  }
}

/** The marks that begin in the window at `base`. */
async function findMarks(source: ByteSource, base: number): Promise<PlacedMark[]> {
  spend(source, WINDOW)
  const bytes = await source.read(base, WINDOW + LONGEST_MARK)
  const text = latin1(bytes)
  const marks: PlacedMark[] = []
  for (let i = text.indexOf('startxref'); i >= 0 && i < WINDOW; i = text.indexOf('startxref', i + 1)) {
    const mark = takeMark(source, cursorOf(bytes.subarray(i, i + LONGEST_MARK), base + i))
    if (mark !== undefined) marks.push({ ...mark, at: base + i })
  }
  return marks
}

/** What the last `most` different `startxref` of the file name that stand before an `%%EOF`, the last one first; at most 64 MiB are looked through. */
export async function startxrefsOf(source: ByteSource, most: number): Promise<number[]> {
  const offsets = new Set<number>()
  const last = Math.floor(source.size / WINDOW)
  for (let window = last; window >= Math.max(0, last - MOST_WINDOWS) && offsets.size < most; window--) {
    const marks = await findMarks(source, window * WINDOW)
    spend(source, marks.length * MARK_WORK)
    for (const { xref } of marks.toReversed()) offsets.add(xref)
  }
  return [...offsets].slice(0, most)
}

async function lastStartxref(source: ByteSource): Promise<number> {
  for (let length = TAIL; ; length *= 8) {
    const from = Math.max(0, source.size - length)
    const bytes = await source.read(from, source.size - from)
    const at = lastIndexOf(bytes, 'startxref')
    if (at >= 0) return placed(source, startxrefAt(bytes, at, from))
    if (from === 0 || length > MAX_TAIL) throw new PdfFault('xref-missing', 'startxref')
  }
}

function startxrefAt(bytes: Uint8Array, at: number, from: number): number {
  const c = cursorOf(bytes, from)
  c.pos = at
  takeKeyword(c, 'startxref')
  skipSpace(c)
  const offset = takeInteger(c)
  if (offset === undefined) throw new PdfFault('xref-missing', 'startxref', from + at)
  return offset
}
