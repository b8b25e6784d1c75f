import type { Face, Measure, Span } from './face'

type Part = { text: string; face: Face; width: number }
/** What stays together on a line: parts with no blank between them. */
type Word = { parts: Part[]; width: number }
export type Line = {
  words: Word[]
  /** Width with single blanks. */
  width: number
  /** Ends a paragraph (or stands before a line feed), so it is not stretched. */
  isLast: boolean
}

/**
 * Lines no wider than `width` points (the first less `indent`), broken at blanks and, in what is longer than a line, between
 * characters. A line feed breaks always; a no-break space never does.
 */
export function breakLines(
  spans: readonly Span[],
  box: { width: number; indent: number; size: number },
  measure: Measure,
): Line[] {
  return paragraphs(spans).flatMap((paragraph, index) => {
    const first = box.width - (index === 0 ? box.indent : 0)
    return fill(wordsOf(paragraph, box.size, measure), { first, rest: box.width, size: box.size }, measure)
  })
}

/** Spans split at line feeds. */
function paragraphs(spans: readonly Span[]): Span[][] {
  const all: Span[][] = [[]]
  for (const { text, face } of spans) {
    text.split('\n').forEach((piece, index) => {
      if (index > 0) all.push([])
      all.at(-1)?.push({ text: piece, face })
    })
  }
  return all
}

function wordsOf(spans: readonly Span[], size: number, measure: Measure): Word[] {
  const words: Word[] = []
  let isOpen = false
  for (const { text, face } of spans) {
    for (const piece of text.split(/( +)/).filter((part) => part !== '')) {
      if (piece.startsWith(' ')) {
        isOpen = false
        continue
      }
      const part = { text: piece, face, width: measure(piece, face, size) }
      const last = words.at(-1)
      if (isOpen && last) {
        last.parts.push(part)
        last.width += part.width
      } else words.push({ parts: [part], width: part.width })
      isOpen = true
    }
  }
  return words
}

type Room = { first: number; rest: number; size: number }

function fill(words: readonly Word[], room: Room, measure: Measure): Line[] {
  const lines: Line[] = [{ words: [], width: 0, isLast: false }]
  const limit = (): number => (lines.length === 1 ? room.first : room.rest)
  for (const word of words.flatMap((whole) => cut(whole, Math.min(room.first, room.rest), room.size, measure))) {
    const line = lines.at(-1)
    if (!line) break
    const blank = blankAfter(line, room.size, measure)
    if (line.words.length > 0 && line.width + blank + word.width > limit()) {
      lines.push({ words: [word], width: word.width, isLast: false })
    } else {
      line.words.push(word)
      line.width += blank + word.width
    }
  }
  const last = lines.at(-1)
  if (last) last.isLast = true
  return lines
}

/** Width of the blank between the last word of a line and the next. */
function blankAfter(line: Line, size: number, measure: Measure): number {
  const face = line.words.at(-1)?.parts.at(-1)?.face
  return face === undefined ? 0 : measure(' ', face, size)
}

/** A word in pieces that fit (itself when it does), parted after the marks of an address where possible. */
function cut(word: Word, width: number, size: number, measure: Measure): Word[] {
  if (word.width <= width) return [word]
  const pieces: Word[] = []
  for (const { text, face } of word.parts) {
    const measured = (piece: string): Part => ({ text: piece, face, width: measure(piece, face, size) })
    for (const part of atoms(text, (piece) => measured(piece).width <= width).map(measured)) {
      const last = pieces.at(-1)
      if (last && last.width + part.width <= width) append(last, part)
      else pieces.push({ parts: [part], width: part.width })
    }
  }
  return pieces
}

/** Stretches up to a mark; single characters where such a stretch does not fit. */
function atoms(text: string, fits: (piece: string) => boolean): string[] {
  const stretches = text.match(/[^/?&=_-]+[/?&=_-]*|[/?&=_-]+/g) ?? []
  return stretches.flatMap((stretch) => (fits(stretch) ? [stretch] : Array.from(stretch)))
}

function append(word: Word, part: Part): void {
  const last = word.parts.at(-1)
  if (last?.face === part.face) {
    last.text += part.text
    last.width += part.width
  } else word.parts.push(part)
  word.width += part.width
}
