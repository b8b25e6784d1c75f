import type { PlaceName } from './block'
import type { Face } from './face'

/** An element of the logical structure (ISO 32000-1, 14.7); leaves are what is painted. */
export type Node = { role: string; kids: Node[]; alt?: string; scope?: 'Column' }

/** Something painted at a place, measured in points from the top left; `node` null is decoration (an artifact). */
export type Piece =
  | { kind: 'text'; x: number; y: number; size: number; parts: readonly TextPart[]; node: Node | null }
  | { kind: 'rule'; x: number; y: number; width: number; height: number }
  | { kind: 'squares'; x: number; y: number; size: number; squares: readonly Square[]; node: Node }
  | { kind: 'place'; name: PlaceName; x: number; y: number; width: number; height: number }

/** `gap`: extra room after it, from stretching the line. */
export type TextPart = { text: string; face: Face; gap: number }
export type Square = { x: number; y: number; width: number; height: number }

/** A slice of the page, as high as it is, that is never cut. */
export type Strip = {
  height: number
  pieces: readonly Piece[]
  /** Must be on the page of the next strip. */
  keep: boolean
  /** Of a table: repeated at the head of every further page it runs over. */
  head?: { pieces: readonly Piece[]; height: number }
}

/** The piece moved down and right. */
export function moved<P extends Piece>(piece: P, x: number, y: number): P {
  return { ...piece, x: piece.x + x, y: piece.y + y }
}
