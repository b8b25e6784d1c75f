import type { Align, Table } from './block'
import type { Span } from './face'
import { bold } from './face'
import { baseline, linePiece, nodeUnder } from './line'
import type { Bed } from './line'
import { breakLines } from './line-breaking'
import type { Line } from './line-breaking'
import type { Node, Piece, Strip } from './piece'

/** Room beside the words of a cell. */
const PADDING = 3.5
const STROKE = 0.6
const LEADING = 1.18
/** Lines of a row kept together; a longer row goes on over the page. */
const LINES_TOGETHER = 12

type Track = { x: number; width: number; align: Align }
type Look = { size: number; padding: number }
type Cell = { lines: Line[]; node: Node | null; align: Align }

/** One strip a row (several for a very long one), ruled all round, its head repeated on every page. */
export function layTable(block: Table, bed: Bed): Strip[] {
  const node = nodeUnder(bed.parent, 'Table')
  const tracks = tracksOf(block, bed.width)
  const titles = block.columns.map((column) => [bold(column.title)])
  const headCells = cellsOf(titles, tracks, { ...bed, parent: nodeUnder(node, 'TR') }, { size: block.size, role: 'TH' })
  const centred = headCells.map((cell): Cell => ({ ...cell, align: 'centre' }))
  const look = { size: block.size, padding: block.padding }
  const head = rowStrip(centred, tracks, { ...look, first: true, last: true })
  const repeated = { height: head.height, pieces: head.pieces.map(asArtifact) }
  const rows = block.rows.flatMap((row) => {
    const cells = cellsOf(row, tracks, { ...bed, parent: nodeUnder(node, 'TR') }, { size: block.size, role: 'TD' })
    return rowStrips(cells, tracks, look).map((strip) => ({ ...strip, head: repeated }))
  })
  const last = rows.at(-1)
  if (last) last.height += block.after
  return [{ ...head, keep: true }, ...rows]
}

function asArtifact(piece: Piece): Piece {
  return piece.kind === 'text' ? { ...piece, node: null } : piece
}

function tracksOf(block: Table, width: number): Track[] {
  const total = block.columns.reduce((sum, column) => sum + column.share, 0)
  let x = 0
  return block.columns.map((column) => {
    const track = { x, width: (width * column.share) / total, align: column.align ?? 'left' }
    x += track.width
    return track
  })
}

function cellsOf(
  row: readonly (readonly Span[])[],
  tracks: readonly Track[],
  bed: Bed,
  look: { size: number; role: 'TH' | 'TD' },
): Cell[] {
  return tracks.map((track, index) => {
    const node = nodeUnder(bed.parent, look.role)
    if (look.role === 'TH') node.scope = 'Column'
    const box = { width: track.width - 2 * PADDING, indent: 0, size: look.size }
    return { lines: breakLines(row[index] ?? [], box, bed.measure), node, align: track.align }
  })
}

/** A row in slices of so many lines; only the outer edges are ruled. */
function rowStrips(cells: readonly Cell[], tracks: readonly Track[], look: Look): Strip[] {
  const lines = Math.max(...cells.map((cell) => cell.lines.length))
  const slices = Math.ceil(lines / LINES_TOGETHER)
  return Array.from({ length: slices }, (_, index) => {
    const from = index * LINES_TOGETHER
    const part = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, from + LINES_TOGETHER) }))
    return rowStrip(part, tracks, { ...look, first: index === 0, last: index === slices - 1 })
  })
}

function rowStrip(
  cells: readonly Cell[],
  tracks: readonly Track[],
  look: Look & { first: boolean; last: boolean },
): Strip {
  const lineHeight = look.size * LEADING
  const above = look.first ? look.padding : 0
  const lines = Math.max(...cells.map((cell) => cell.lines.length))
  const height = above + lines * lineHeight + (look.last ? look.padding : 0)
  const pieces = cells.flatMap((cell, index) => {
    const track = tracks[index]
    return track === undefined ? [] : cellPieces(cell, track, { size: look.size, above, lineHeight })
  })
  return { height, pieces: [...pieces, ...frame(tracks, height, look)], keep: false }
}

function cellPieces(cell: Cell, track: Track, look: { size: number; above: number; lineHeight: number }): Piece[] {
  return cell.lines.map((line, row) => {
    const y = look.above + row * look.lineHeight + baseline(look.size, look.lineHeight)
    const width = track.width - 2 * PADDING
    const piece = linePiece(line, { align: cell.align, width, size: look.size, y, indent: 0, node: cell.node })
    return { ...piece, x: piece.x + track.x + PADDING }
  })
}

/** Each row draws its lower edge and its sides; the head and the first slice also the upper edge. */
function frame(tracks: readonly Track[], height: number, edges: { first: boolean; last: boolean }): Piece[] {
  const width = tracks.reduce((sum, track) => sum + track.width, 0)
  const across = (y: number): Piece => ({ kind: 'rule', x: 0, y: y - STROKE / 2, width, height: STROKE })
  const sides = [...tracks.map((track) => track.x), width].map(
    (x): Piece => ({ kind: 'rule', x: x - STROKE / 2, y: 0, width: STROKE, height }),
  )
  return [...(edges.first ? [across(0)] : []), ...sides, ...(edges.last ? [across(height)] : [])]
}
