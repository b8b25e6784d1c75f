import type { Block, Columns, LookUp, Paragraph, Place, Rule } from './block'
import { paragraph } from './block'
import { breakLines } from './line-breaking'
import { baseline, linePiece, nodeUnder } from './line'
import type { Bed } from './line'
import { moved } from './piece'
import type { Piece, Strip } from './piece'
import { qrSquares } from './qr'
import { layTable } from './table'

/** The strips of a sequence of blocks, one under the other, from x = 0. */
export function lay(blocks: readonly Block[], bed: Bed): Strip[] {
  return blocks.flatMap((block) => layBlock(block, bed))
}

function layBlock(block: Block, bed: Bed): Strip[] {
  switch (block.kind) {
    case 'paragraph':
      return layParagraph(block, bed)
    case 'rule':
      return [layRule(block, bed)]
    case 'columns':
      return [layColumns(block, bed)]
    case 'table':
      return layTable(block, bed)
    case 'lookUp':
      return [layLookUp(block, bed)]
    case 'place':
      return [layPlace(block, bed)]
    case 'space':
      return [{ height: block.height, pieces: [], keep: true }]
  }
}

function layParagraph(block: Paragraph, bed: Bed): Strip[] {
  const node = nodeUnder(bed.parent, block.role)
  const lines = breakLines(block.spans, { width: bed.width, indent: block.indent, size: block.size }, bed.measure)
  const lineHeight = block.size * block.leading
  return lines.map((line, index) => {
    const isFirst = index === 0
    const isLast = index === lines.length - 1
    const y = (isFirst ? block.before : 0) + baseline(block.size, lineHeight)
    const indent = isFirst ? block.indent : 0
    return {
      height: (isFirst ? block.before : 0) + lineHeight + (isLast ? block.after : 0),
      pieces: [linePiece(line, { align: block.align, width: bed.width, size: block.size, y, indent, node })],
      keep: isLast ? block.keep : staysWithNext(index, lines.length),
    }
  })
}

/** Neither the first nor the last line of a paragraph stands alone on a page. */
function staysWithNext(index: number, count: number): boolean {
  return index === 0 || index === count - 2
}

function layRule(block: Rule, bed: Bed): Strip {
  const x = (bed.width - block.width) / 2
  const line: Piece = { kind: 'rule', x, y: block.before, width: block.width, height: 0.75 }
  return { height: block.before + 0.75 + block.after, pieces: [line], keep: true }
}

function layColumns(block: Columns, bed: Bed): Strip {
  const total = block.columns.reduce((sum, column) => sum + column.share, 0)
  let left = 0
  const laid = block.columns.map(({ share, blocks, foot = [] }) => {
    const x = left
    const width = (bed.width * share) / total
    left += width
    const upper = stacked(lay(blocks, { ...bed, width }))
    return { x, upper, lower: stacked(lay(foot, { ...bed, width })) }
  })
  const height = Math.max(...laid.map(({ upper, lower }) => upper.height + lower.height))
  const pieces = laid.flatMap(({ x, upper, lower }) => [
    ...upper.pieces.map((piece) => moved(piece, x, 0)),
    ...lower.pieces.map((piece) => moved(piece, x, height - lower.height)),
  ])
  return { height, pieces, keep: false }
}

/** Strips put under each other as one. */
export function stacked(strips: readonly Strip[]): { pieces: Piece[]; height: number } {
  let height = 0
  const pieces: Piece[] = []
  for (const strip of strips) {
    pieces.push(...strip.pieces.map((piece) => moved(piece, 0, height)))
    height += strip.height
  }
  return { pieces, height }
}

/** Between a square code and its caption, and after that: a seal may stand beside it. */
const GAP = 10

function layLookUp(block: LookUp, bed: Bed): Strip {
  const node = nodeUnder(bed.parent, 'Figure')
  node.alt = block.alt
  const { modules, squares } = qrSquares(block.url)
  const scale = block.size / modules
  const figure: Piece = {
    kind: 'squares',
    x: 0,
    y: 4,
    size: block.size,
    squares: squares.map(({ x, y, width, height }) => ({
      x: x * scale,
      y: y * scale,
      width: width * scale,
      height: height * scale,
    })),
    node,
  }
  const beside = block.size + GAP
  const caption = stacked(
    lay([paragraph(block.caption, { size: block.captionSize, align: 'left', after: 0 })], {
      ...bed,
      width: bed.width - beside - GAP,
    }),
  )
  const height = Math.max(block.size + 8, caption.height)
  const top = 4 + Math.max(0, (block.size - caption.height) / 2)
  return { height, pieces: [figure, ...caption.pieces.map((piece) => moved(piece, beside, top))], keep: false }
}

/** Places are given from the middle of the width. */
function layPlace(block: Place, bed: Bed): Strip {
  const pieces = block.places.map((place): Piece => ({ kind: 'place', ...place, x: bed.width / 2 + place.x }))
  return { height: block.height, pieces, keep: true }
}
