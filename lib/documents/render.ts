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
import { keptToEnd, paginate } from './paginate'
import type { Node, Piece } from './piece'
import { normalised } from './text'
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
  const { pages, root } = arranged(
    blocks.map((block) => cleaned(block, typeface)),
    typeface,
  )
  const places = paint(doc, { pages, root, isDraft }, typeface)
  writeArchiveData(doc, { title: normalised(title), now, seed: JSON.stringify([kind, data, now, isDraft, face]) })
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

type Arranged = { pages: Piece[][]; root: Node }

/** As the blocks ask; set a little tighter where that saves the page onto which a few lines would have run over. */
function arranged(blocks: readonly Block[], typeface: Typeface): Arranged {
  const loose = onPages(blocks, typeface)
  if (loose.pages.length === 1) return loose
  const tight = onPages(blocks.map(tightened), typeface)
  return tight.pages.length < loose.pages.length ? tight : loose
}

function onPages(blocks: readonly Block[], typeface: Typeface): Arranged {
  const root: Node = { role: 'Document', kids: [] }
  const width = PAPER.width - PAPER.left - PAPER.right
  const strips = lay(blocks, { width, parent: root, measure: typeface.measure })
  return { pages: paginate(keptToEnd(strips), PAPER.height - PAPER.top - PAPER.bottom), root }
}

/** Decree 30/2020 asks for lines of at least single height, in this typeface 1.15 times its size, and 6 pt between paragraphs. */
const SINGLE = 1.15
const BETWEEN = 6
const LEAST_PADDING = 1.5

function tightened(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, leading: Math.min(block.leading, SINGLE), after: Math.min(block.after, BETWEEN) }
    case 'space':
      return { ...block, height: block.height / 2 }
    case 'columns': {
      const columns = block.columns.map(({ share, blocks, foot = [] }) => ({
        share,
        blocks: blocks.map(tightened),
        foot: foot.map(tightened),
      }))
      return { ...block, columns }
    }
    case 'table':
      return { ...block, padding: Math.min(block.padding, LEAST_PADDING) }
    case 'lookUp':
    case 'rule':
    case 'place':
      return block
  }
}

/** The block with all its text in normal form C, without control characters, and in letters the font has. */
function cleaned(block: Block, typeface: Typeface): Block {
  switch (block.kind) {
    case 'paragraph':
      return cleanedParagraph(block, typeface)
    case 'columns': {
      const columns = block.columns.map(({ share, blocks, foot = [] }) => ({
        share,
        blocks: blocks.map((block) => cleaned(block, typeface)),
        foot: foot.map((block) => cleaned(block, typeface)),
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
