import type { Align } from './block'
import type { Measure } from './face'
import type { Line } from './line-breaking'
import type { Node, Piece, TextPart } from './piece'

/** Where blocks are laid: the width they have, the element they belong to. */
export type Bed = { width: number; parent: Node; measure: Measure }

/** A new element under the parent. */
export function nodeUnder(parent: Node, role: string): Node {
  const node: Node = { role, kids: [] }
  parent.kids.push(node)
  return node
}

/** Tinos stands 0.891 above and 0.216 below its baseline. */
const ASCENT = 0.891
const DESCENT = 0.216

/** From the top of a line to its baseline. */
export function baseline(size: number, lineHeight: number): number {
  return (lineHeight - size * (ASCENT + DESCENT)) / 2 + size * ASCENT
}

/** The text of a line as one piece whose line begins at (0, y). */
export function linePiece(
  line: Line,
  look: { align: Align; width: number; size: number; y: number; indent: number; node: Node | null },
): Piece {
  const free = look.width - look.indent - line.width
  const gaps = line.words.length - 1
  const stretch = look.align === 'justify' && !line.isLast && gaps > 0 ? free / gaps : 0
  const shift = look.align === 'centre' ? free / 2 : look.align === 'right' ? free : 0
  return {
    kind: 'text',
    x: look.indent + shift,
    y: look.y,
    size: look.size,
    parts: partsOf(line, stretch),
    node: look.node,
  }
}

/** Blanks belong to the word before them; one ends a line that goes on, so that extracted text keeps its words apart. */
function partsOf(line: Line, stretch: number): TextPart[] {
  return line.words.flatMap((word, index) =>
    word.parts.map((part, position) => {
      const isWordEnd = position === word.parts.length - 1
      const isLineEnd = index === line.words.length - 1
      const hasBlank = isWordEnd && !(isLineEnd && line.isLast)
      return {
        text: hasBlank ? `${part.text} ` : part.text,
        face: part.face,
        gap: isWordEnd && !isLineEnd ? stretch : 0,
      }
    }),
  )
}
