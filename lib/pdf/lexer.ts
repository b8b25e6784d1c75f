import { PdfFault } from './fault'
import { latin1 } from './object'

/**
 * A window over the file: `base` is its absolute offset, `final` says that the file ends with it; `values` counts what has
 * been parsed.
 */
export type Cursor = {
  readonly bytes: Uint8Array
  readonly base: number
  readonly final: boolean
  pos: number
  values: number
}

/** Thrown when the window ends inside a token: the caller reads a larger window and starts again. */
export const NEED_MORE = new PdfFault('object-too-large', 'window')

export function cursorOf(bytes: Uint8Array, base = 0, final = true): Cursor {
  return { bytes, base, final, pos: 0, values: 0 }
}

/** The byte under the cursor plus `ahead`, -1 past the end of the file. */
export function peek(c: Cursor, ahead = 0): number {
  const byte = c.bytes[c.pos + ahead]
  if (byte !== undefined) return byte
  if (c.final) return -1
  throw NEED_MORE
}

/** White space of ISO 32000-2 table 1. */
export function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0
}

const DELIMITERS = new Set([40, 41, 60, 62, 91, 93, 123, 125, 47, 37])

/** One of ( ) < > [ ] { } / % */
export function isDelimiter(byte: number): boolean {
  return DELIMITERS.has(byte)
}

export function isRegular(byte: number): boolean {
  return byte >= 0 && !isSpace(byte) && !isDelimiter(byte)
}

export function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57
}

/** Skips white space and comments. */
export function skipSpace(c: Cursor): void {
  for (;;) {
    const byte = peek(c)
    if (byte === 37) while (peek(c) !== 10 && peek(c) !== 13 && peek(c) !== -1) c.pos++
    else if (isSpace(byte)) c.pos++
    else return
  }
}

/** The run of regular characters under the cursor; the cursor moves behind it. */
export function readWord(c: Cursor): string {
  const start = c.pos
  while (isRegular(peek(c))) c.pos++
  return latin1(c.bytes.subarray(start, c.pos))
}

/** Whether these characters stand under the cursor (it does not move). */
export function looksAt(c: Cursor, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (peek(c, i) !== text.charCodeAt(i)) return false
  return true
}

/** Skips blanks, then the keyword; says whether it was there. */
export function takeKeyword(c: Cursor, keyword: string): boolean {
  skipSpace(c)
  if (!looksAt(c, keyword) || isRegular(peek(c, keyword.length))) return false
  c.pos += keyword.length
  return true
}

/** An unsigned integer under the cursor after blanks, or undefined (the cursor then stays). */
export function takeInteger(c: Cursor): number | undefined {
  const before = c.pos
  skipSpace(c)
  let value = 0
  const start = c.pos
  for (let byte = peek(c); isDigit(byte); byte = peek(c)) {
    value = value * 10 + byte - 48
    c.pos++
  }
  if (c.pos > start && c.pos - start <= 16 && !isRegular(peek(c)) && Number.isSafeInteger(value)) return value
  c.pos = before
  return undefined
}

/** The byte at a place, 0 outside. */
export function byteAt(bytes: ArrayLike<number>, at: number): number {
  return bytes[at] ?? 0
}

export function hexValue(byte: number): number {
  if (isDigit(byte)) return byte - 48
  const lower = byte | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : -1
}
