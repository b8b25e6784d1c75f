import { PDFDocument } from '@cantoo/pdf-lib'
import { writeArchiveData } from './archive'
import { paragraph, rule, space } from './block'
import type { Block, Paragraph } from './block'
import type { Composition } from './composition'
import { bold, mm } from './face'
import type { Fonts, Span } from './face'
import { COMPOSERS } from './kinds'
import type { DocumentData, DocumentKind } from './kinds'
import { lay } from './layout'
import { PAPER, paint } from './paint'
import type { Places } from './paint'
import { paginate } from './paginate'
import type { Node } from './piece'
import { typefaceIn } from './typeface'
import type { Typeface } from './typeface'

export type RenderOptions = {
  fonts: Fonts
  /** Written as the time of making. */
  now: Date
  /** Prints DỰ THẢO across every page. */
  isDraft?: boolean
  /** Said on its face, below the letterhead: that it is not signed, and where the signed paper is. */
  face?: string
}

/** The PDF and where it leaves room for a signature, a seal and a number. */
export type Rendered = { bytes: Uint8Array; places: Places; pages: number }

/**
 * Sets an official document as a tagged PDF (A4, rules of Decree 30/2020/NĐ-CP Appendix I; PDF 1.7, written to PDF/A-2a).
 * The same data, fonts and time give the same bytes.
 */
export async function renderDocument<K extends DocumentKind>(
  kind: K,
  data: DocumentData[K],
  { fonts, now, isDraft = false, face }: RenderOptions,
): Promise<Rendered> {
  const { title, blocks } = faced(COMPOSERS[kind](data), face)
  const doc = await PDFDocument.create({ updateMetadata: false })
  const typeface = await typefaceIn(doc, fonts)
  const root: Node = { role: 'Document', kids: [] }
  const width = PAPER.width - PAPER.left - PAPER.right
  const strips = lay(
    blocks.map((block) => cleaned(block, typeface)),
    { width, parent: root, measure: typeface.measure },
  )
  const pages = paginate(keptToSignature(strips), PAPER.height - PAPER.top - PAPER.bottom)
  const places = paint(doc, { pages, root, isDraft }, typeface)
  writeArchiveData(doc, { title, now, seed: JSON.stringify([kind, data, now, isDraft, face]) })
  const bytes = await doc.save({ useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false })
  return { bytes, places, pages: pages.length }
}

const FRAME = mm(160)

/** The composition with a framed sentence between its letterhead and its title. */
function faced({ title, blocks }: Composition, face: string | undefined): Composition {
  if (face === undefined) return { title, blocks }
  const [letterhead, ...rest] = blocks
  const mark = paragraph([bold(face)], { size: 12, align: 'centre', before: 4, after: 4, keep: true })
  const framed = [space(10), rule(FRAME), mark, rule(FRAME)]
  return { title, blocks: [...(letterhead === undefined ? [] : [letterhead]), ...framed, ...rest] }
}

/** A signature never stands on a page alone: the last lines before it go with it. */
function keptToSignature<S extends { keep: boolean }>(strips: readonly S[]): S[] {
  const start = strips.length - 6
  return strips.map((strip, index) => (index >= start && index < strips.length - 1 ? { ...strip, keep: true } : strip))
}

/** The block with all its text in normal form C, without control characters, and in letters the font has. */
function cleaned(block: Block, typeface: Typeface): Block {
  switch (block.kind) {
    case 'paragraph':
      return cleanedParagraph(block, typeface)
    case 'columns': {
      const columns = block.columns.map(({ share, blocks, foot = [] }) => ({
        share,
        blocks: blocks.map((one) => cleaned(one, typeface)),
        foot: foot.map((one) => cleaned(one, typeface)),
      }))
      return { ...block, columns }
    }
    case 'table': {
      const rows = block.rows.map((row) => row.map((cell) => cleanedSpans(cell, typeface)))
      return { ...block, rows }
    }
    case 'lookUp':
      return { ...block, caption: cleanedSpans(block.caption, typeface) }
    case 'rule':
    case 'place':
    case 'space':
      return block
  }
}

function cleanedParagraph(block: Paragraph, typeface: Typeface): Paragraph {
  return { ...block, spans: cleanedSpans(block.spans, typeface) }
}

function cleanedSpans(spans: readonly Span[], typeface: Typeface): Span[] {
  return spans.map(({ text, face }) => ({ text: typeface.showable(normalised(text)), face }))
}

function normalised(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (letter) => (letter === '\n' ? letter : ''))
}
