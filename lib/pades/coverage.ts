import type { Pdf, PdfString, Revision } from '@/lib/pdf'

/** How much of the file a signature covers (ISO 32000-2 section 12.8.1, EN 319 142-1 section 5.3). */
export type Coverage = 'whole-file' | 'whole-revision' | 'partial'

export type CoverageFault =
  | 'byte-range-missing'
  | 'byte-range-malformed'
  | 'contents-missing'
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
  const partial = (fault: CoverageFault): CoverageVerdict => ({
    coverage: 'partial',
    revision: undefined,
    faults: [fault],
  })
  if (byteRange === undefined) return partial('byte-range-missing')
  if (contents === undefined) return partial('contents-missing')
  const [zero, a = -1, b = -1, c = -1] = byteRange
  const end = b + c
  if (byteRange.length !== 4 || zero !== 0 || a < 1 || b <= a || c < 1 || end > pdf.source.size)
    return partial('byte-range-malformed')
  if (!contents.hex || !(await gapIsContents(pdf, a, b, contents))) return partial('gap-not-contents')
  const revision = await revisionEndingAt(pdf, end)
  if (revision === undefined) return partial('ends-inside-revision')
  const whole = revision === pdf.last && (await isBlank(pdf, end, pdf.source.size))
  return { coverage: whole ? 'whole-file' : 'whole-revision', revision, faults: [] }
}

/** Some signers count the angle brackets among the signed bytes; blanks beside the token change nothing either. */
async function gapIsContents(pdf: Pdf, from: number, to: number, { start, end }: PdfString): Promise<boolean> {
  if (from === start + 1 && to === end - 1) return true
  if (from > start || to < end || from < start - 8 || to > end + 8) return false
  return (await isBlank(pdf, from, start)) && (await isBlank(pdf, end, to))
}

async function isBlank(pdf: Pdf, from: number, to: number): Promise<boolean> {
  if (to - from > 4096) return false
  return (await pdf.source.read(from, to - from)).every(
    (byte) => byte === 32 || byte === 10 || byte === 13 || byte === 0,
  )
}

async function revisionEndingAt(pdf: Pdf, end: number): Promise<Revision | undefined> {
  for (const [i, revision] of pdf.revisions.entries()) {
    const limit = pdf.revisions[i + 1]?.xref ?? pdf.source.size
    if (end >= revision.end && end <= limit && (await isBlank(pdf, revision.end, end))) return revision
  }
  return undefined
}
