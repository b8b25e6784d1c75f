import { PDFName } from '@cantoo/pdf-lib'
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib'
import type { PlaceName } from './block'
import { mm } from './face'
import type { Face } from './face'
import type { Node, Piece } from './piece'
import { writeStructure } from './structure'
import type { Marks } from './structure'
import { FACES } from './typeface'
import type { Typeface } from './typeface'

/** A4, with the margins of Decree 30/2020/NĐ-CP, Appendix I. */
export const PAPER = {
  width: mm(210),
  height: mm(297),
  top: mm(20),
  bottom: mm(20),
  left: mm(30),
  right: mm(17),
} as const

/** A rectangle on a page in points, from its lower left corner; pages count from 0. */
export type Rect = { page: number; x: number; y: number; width: number; height: number }
export type Places = Partial<Record<PlaceName, Rect>>

/** Paints pages of pieces, tags them, and says where the reserved places came to lie. */
export function paint(
  doc: PDFDocument,
  laid: { pages: readonly (readonly Piece[])[]; root: Node; isDraft: boolean },
  typeface: Typeface,
): Places {
  const marks: Marks = new Map()
  const places: Places = {}
  const pages = laid.pages.map((pieces, index) => {
    // As few decimals as any program keeps that writes the page again, such as one that puts a signature on it.
    const page = doc.addPage([rounded(PAPER.width), rounded(PAPER.height)])
    for (const face of FACES) page.node.setFontDictionary(PDFName.of(face), typeface.fonts[face].ref)
    const decoration = [
      ...(laid.isDraft ? [watermark(typeface)] : []),
      ...(index > 0 ? [pageNumber(index + 1, typeface)] : []),
    ]
    write(doc, page, [...decoration, ...contentOf(pieces, index, marks, typeface)])
    for (const piece of pieces) {
      if (piece.kind === 'place') places[piece.name] = { page: index, ...flipped(piece) }
    }
    return page
  })
  writeStructure(doc, laid.root, pages, marks)
  return places
}

function write(doc: PDFDocument, page: PDFPage, operators: readonly string[]): void {
  page.node.addContentStream(doc.context.register(doc.context.flateStream(operators.join('\n'))))
}

/** One marked-content sequence for each run of pieces of one element. */
function contentOf(pieces: readonly Piece[], page: number, marks: Marks, typeface: Typeface): string[] {
  let id = 0
  return runsOf(pieces).flatMap(({ node, pieces: run }) => {
    const content = [...run.map((piece) => painted(piece, typeface)), 'EMC']
    if (node === null) return ['/Artifact BMC', ...content]
    const mark = { page, id: id++ }
    marks.set(node, [...(marks.get(node) ?? []), mark])
    return [`/${node.role} <</MCID ${String(mark.id)}>> BDC`, ...content]
  })
}

type Painted = Exclude<Piece, { kind: 'place' }>

/** Pieces of one element (or of none) that follow each other. */
function runsOf(pieces: readonly Piece[]): { node: Node | null; pieces: Painted[] }[] {
  const all: { node: Node | null; pieces: Painted[] }[] = []
  for (const piece of pieces) {
    if (piece.kind === 'place') continue
    const node = piece.kind === 'rule' ? null : piece.node
    const last = all.at(-1)
    if (last?.node === node) last.pieces.push(piece)
    else all.push({ node, pieces: [piece] })
  }
  return all
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
const number = (value: number): string => String(rounded(value))

/** From the text area's top left to the paper's lower left. */
function flipped(box: { x: number; y: number; width: number; height: number }) {
  const { width, height } = box
  return { x: PAPER.left + box.x, y: PAPER.height - PAPER.top - box.y - height, width, height }
}

function painted(piece: Painted, typeface: Typeface): string {
  switch (piece.kind) {
    case 'text':
      return text(piece, typeface)
    case 'rule':
      return `${box(flipped(piece))} f`
    case 'squares':
      return `${piece.squares.map((square) => box(flipped({ ...square, x: piece.x + square.x, y: piece.y + square.y }))).join('\n')} f`
  }
}

function box({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string {
  return `${[x, y, width, height].map(number).join(' ')} re`
}

function text(piece: Extract<Piece, { kind: 'text' }>, typeface: Typeface): string {
  const { x, y } = flipped({ ...piece, width: 0, height: 0 })
  const shown = runs(piece.parts).map(({ face, parts }) => {
    // Room in TJ is counted in thousandths of the size, and backwards.
    const adjusted = parts.map(
      (part) => typeface.encode(part.text, face) + (part.gap === 0 ? '' : number((-part.gap * 1000) / piece.size)),
    )
    return `/${face} ${number(piece.size)} Tf [${adjusted.join(' ')}] TJ`
  })
  return `BT 1 0 0 1 ${number(x)} ${number(y)} Tm ${shown.join(' ')} ET`
}

type Parts = Extract<Piece, { kind: 'text' }>['parts']

function runs(parts: Parts): { face: Face; parts: Parts[number][] }[] {
  const all: { face: Face; parts: Parts[number][] }[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (last?.face === part.face) last.parts.push(part)
    else all.push({ face: part.face, parts: [part] })
  }
  return all
}

/** Centred in the upper margin, not on the first page. */
function pageNumber(page: number, typeface: Typeface): string {
  const label = String(page)
  const x = (PAPER.width - typeface.measure(label, 'regular', 13)) / 2
  const y = PAPER.height - mm(13)
  return `/Artifact <</Type /Pagination>> BDC BT /regular 13 Tf 1 0 0 1 ${number(x)} ${number(y)} Tm ${typeface.encode(label, 'regular')} Tj ET EMC`
}

const DRAFT = 'DỰ THẢO'

/** Across the page, under the text, light enough to read over. */
function watermark(typeface: Typeface): string {
  const size = 120
  const half = typeface.measure(DRAFT, 'bold', size) / 2
  const [cos, sin] = [Math.cos(0.96), Math.sin(0.96)]
  const x = PAPER.width / 2 - half * cos + 40 * sin
  const y = PAPER.height / 2 - half * sin - 40 * cos
  const matrix = [cos, sin, -sin, cos, x, y].map(number).join(' ')
  return `/Artifact BMC q 0.88 g BT /bold ${String(size)} Tf ${matrix} Tm ${typeface.encode(DRAFT, 'bold')} Tj ET Q EMC`
}
