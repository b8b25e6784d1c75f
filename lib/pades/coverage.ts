import { isSpace } from '@/lib/pdf'
import type { Pdf, PdfString, Revision } from '@/lib/pdf'

/** How much of the file a signature covers (ISO 32000-2 section 12.8.1, EN 319 142-1 section 5.3). */
export type Coverage = 'whole-file' | 'whole-revision' | 'partial'

export type CoverageFault =
  | 'byte-range-missing'
  | 'byte-range-malformed'
  | 'contents-missing'
  | 'file-cut-short'
  | 'gap-not-contents'
  | 'ends-inside-revision'

/** `revision` is the one the signature closes; absent when it ends at no revision's end. */
export type CoverageVerdict = {
  readonly coverage: Coverage
  readonly revision: Revision | undefined
  readonly faults: readonly CoverageFault[]
}

type Covered = { readonly byteRange: readonly number[] | undefined; readonly contents: PdfString | undefined }

/** `[0, a, b, c]` inside the file, the gap exactly the hexadecimal Contents, the end a real end of a revision. */
export async function judgeCoverage(pdf: Pdf, { byteRange, contents }: Covered): Promise<CoverageVerdict> {
  if (byteRange === undefined) return partial('byte-range-missing')
  if (endsBeyond(byteRange, pdf.source.size)) return partial('file-cut-short')
  if (contents === undefined) return partial('contents-missing')
  const range = readRange(byteRange, pdf.source.size)
  if (range === undefined) return partial('byte-range-malformed')
  if (!(await gapIsContents(pdf, range, contents))) return partial('gap-not-contents')
  const revision = await revisionEndingAt(pdf, range.end)
  return revision === undefined ? partial('ends-inside-revision') : coveredUpTo(pdf, revision, range.end)
}

/** A range of the right form over more bytes than there are: the end of the file is gone. */
function endsBeyond([zero, ...numbers]: readonly number[], size: number): boolean {
  const [gapStart = 0, gapEnd = 0, length = 0] = numbers
  const places = [0, gapStart, gapEnd, gapEnd + length]
  const isRising = places.every((place, i) => i === 0 || place > (places[i - 1] ?? 0))
  return zero === 0 && numbers.length === 3 && isRising && gapStart < size && gapEnd + length > size
}

async function coveredUpTo(pdf: Pdf, revision: Revision, end: number): Promise<CoverageVerdict> {
  const whole = revision === pdf.last && (await isBlank(pdf, end, pdf.source.size))
  return { coverage: whole ? 'whole-file' : 'whole-revision', revision, faults: [] }
}

function partial(fault: CoverageFault): CoverageVerdict {
  return { coverage: 'partial', revision: undefined, faults: [fault] }
}

type Range = { readonly gapStart: number; readonly gapEnd: number; readonly end: number }

function readRange(byteRange: readonly number[], size: number): Range | undefined {
  const [zero, gapStart, gapEnd, length] = byteRange
  if (gapStart === undefined || gapEnd === undefined || length === undefined) return undefined
  const end = gapEnd + length
  const places = [1, gapStart, gapEnd, end - 1, size - 1]
  const ascending = places.every((place, i) => i === 0 || place >= (places[i - 1] ?? 0))
  return zero === 0 && ascending && gapStart < gapEnd && byteRange.length === 4 ? { gapStart, gapEnd, end } : undefined
}

const MOST_BLANKS = 8

/** Some signers count one or both angle brackets among the signed bytes; blanks beside the token change nothing either. */
async function gapIsContents(pdf: Pdf, { gapStart, gapEnd }: Range, { hex, start, end }: PdfString): Promise<boolean> {
  const [before, behind] = [start - gapStart, gapEnd - end]
  const fits = [before, behind].every((blanks) => blanks >= -1 && blanks <= MOST_BLANKS)
  return hex && fits && (await isBlank(pdf, gapStart, start)) && (await isBlank(pdf, end, gapEnd))
}

async function isBlank(pdf: Pdf, from: number, to: number): Promise<boolean> {
  if (to - from > 4096) return false
  if (to <= from) return true
  return (await pdf.source.read(from, to - from)).every(isSpace)
}

async function revisionEndingAt(pdf: Pdf, end: number): Promise<Revision | undefined> {
  for (const [i, revision] of pdf.revisions.entries()) {
    const limit = pdf.revisions[i + 1]?.xref ?? pdf.source.size
    if (end >= revision.end && end <= limit && (await isBlank(pdf, revision.end, end))) return revision
  }
  return undefined
}
