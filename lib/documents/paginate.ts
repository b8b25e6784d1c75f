import { moved } from './piece'
import type { Piece, Strip } from './piece'

/** Strips on pages of this height: what must stay together moves on together, a table's head comes again. */
export function paginate(strips: readonly Strip[], height: number): Piece[][] {
  const pages: Piece[][] = [[]]
  let y = 0
  for (const group of groups(strips)) {
    const total = group.reduce((sum, strip) => sum + strip.height, 0)
    if (y > 0 && y + total > height && total <= height) y = turn(pages, group[0])
    for (const strip of group) {
      if (y > 0 && y + strip.height > height) y = turn(pages, strip)
      put(pages, strip.pieces, y)
      y += strip.height
    }
  }
  return pages
}

/** Strips, and room, that a last page holds at least: a signature never stands there alone, or with two lines. */
const FEWEST = 9
const LEAST = 120
const FEWEST_AFTER_TABLE = 6

/** The strips with those of the end kept together. */
export function keptToEnd(strips: readonly Strip[]): Strip[] {
  let room = 0
  const lastFitting = strips.findLastIndex((strip, index) => {
    room += strip.height
    return room >= LEAST && strips.length - index >= FEWEST
  })
  const start = withoutLoneRows(strips, Math.max(lastFitting, 0))
  const last = strips.length - 1
  return strips.map((strip, index) => (index >= start && index < last ? { ...strip, keep: true } : strip))
}

/** One or two rows of a table do not go over the page alone: the end begins after them, or some rows earlier. */
function withoutLoneRows(strips: readonly Strip[], start: number): number {
  const end = strips.findIndex((strip, index) => index >= start && strip.head === undefined)
  const rows = (end === -1 ? strips.length : end) - start
  if (rows === 0 || rows > 2) return start
  return strips.length - end >= FEWEST_AFTER_TABLE && end !== -1 ? end : Math.max(0, start - 2)
}

/** Runs of strips that keep to the next. */
function groups(strips: readonly Strip[]): Strip[][] {
  const all: Strip[][] = []
  let isOpen = false
  for (const strip of strips) {
    if (isOpen) all.at(-1)?.push(strip)
    else all.push([strip])
    isOpen = strip.keep
  }
  return all
}

/** A new page, with the head of the table that goes on there; how much of it is taken. */
function turn(pages: Piece[][], next: Strip | undefined): number {
  pages.push([])
  if (!next?.head) return 0
  put(pages, next.head.pieces, 0)
  return next.head.height
}

function put(pages: Piece[][], pieces: readonly Piece[], y: number): void {
  pages.at(-1)?.push(...pieces.map((piece) => moved(piece, 0, y)))
}
