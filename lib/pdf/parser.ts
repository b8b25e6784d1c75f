import { PdfFault } from './fault'
import {
  byteAt,
  hexValue,
  isDigit,
  isRegular,
  isSpace,
  looksAt,
  NEED_MORE,
  peek,
  readWord,
  skipSpace,
  takeInteger,
  takeKeyword,
} from './lexer'
import type { Cursor } from './lexer'
import { latin1 } from './object'
import type { PdfDict, PdfName, PdfObject, PdfString } from './object'

const MAX_DEPTH = 64
const MAX_VALUES = 500_000

/** One object under the cursor (ISO 32000-2 section 7.3); deeper than 64 levels, or of more than 500,000 values, is refused. */
export function parseObject(c: Cursor, depth = 0): PdfObject {
  checkBounds(c, depth)
  skipSpace(c)
  const byte = peek(c)
  if (byte === 60) return peek(c, 1) === 60 ? parseDict(c, depth) : parseHex(c)
  if (byte === 47) return parseName(c)
  if (byte === 91) return parseArray(c, depth)
  if (byte === 40) return parseLiteral(c)
  return parseWord(c)
}

function checkBounds(c: Cursor, depth: number): void {
  if (depth > MAX_DEPTH) throw new PdfFault('nesting-too-deep', undefined, c.base + c.pos)
  if (++c.values > MAX_VALUES) throw new PdfFault('object-too-large', 'values', c.base + c.pos)
}

function malformedObject(c: Cursor, what: string): PdfFault {
  return new PdfFault('object-malformed', what, c.base + c.pos)
}

function parseWord(c: Cursor): PdfObject {
  const byte = peek(c)
  if (isDigit(byte)) return parseNumberOrRef(c)
  const at = c.pos
  const word = readWord(c)
  if (word === 'true') return true
  if (word === 'false') return false
  if (word === 'null') return null
  c.pos = at
  return parseNumber(c)
}

function parseNumberOrRef(c: Cursor): PdfObject {
  const start = c.pos
  const num = takeInteger(c)
  if (num === undefined) return parseNumber(c)
  const after = c.pos
  if (isSpace(peek(c)) && start !== after) {
    const gen = takeInteger(c)
    if (gen !== undefined && takeKeyword(c, 'R')) return { type: 'ref', num, gen }
  }
  c.pos = after
  return num
}

function parseNumber(c: Cursor): number {
  const word = readWord(c)
  // Some writers put out "--5" or "1.-2"; like every reader, take the part that is a number.
  const match = /^[+-]*(\d*)(?:\.(\d*))?/.exec(word)
  if (match === null || (!match[1] && !match[2])) throw malformedObject(c, `"${word.slice(0, 20)}"`)
  const value = Number(`${match[1] || '0'}.${match[2] || '0'}`)
  return word.startsWith('-') ? -value : value
}

function parseName(c: Cursor): PdfName {
  c.pos++
  return { type: 'name', name: unescapedName(readWord(c)) }
}

/** A name as it is meant: `#xx` stands for the byte (ISO 32000-2 7.3.5). */
export function unescapedName(word: string): string {
  if (!word.includes('#')) return word
  return word.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

function parseArray(c: Cursor, depth: number): PdfObject {
  c.pos++
  const items: PdfObject[] = []
  for (;;) {
    skipSpace(c)
    if (peek(c) === 93) break
    if (peek(c) === -1) throw malformedObject(c, 'array without end')
    items.push(parseObject(c, depth + 1))
  }
  c.pos++
  return { type: 'array', items }
}

/** A dictionary, `<<` under the cursor; keys written twice are kept in `duplicates` (the last value is taken). */
export function parseDict(c: Cursor, depth = 0): PdfDict {
  c.pos += 2
  const entries = new Map<string, PdfObject>()
  const duplicates: string[] = []
  for (;;) {
    skipSpace(c)
    if (peek(c) === 62 && peek(c, 1) === 62) break
    if (peek(c) !== 47) throw malformedObject(c, 'key expected')
    const key = parseName(c).name
    if (entries.has(key)) duplicates.push(key)
    entries.set(key, parseObject(c, depth + 1))
  }
  c.pos += 2
  return { type: 'dict', entries, duplicates }
}

function parseHex(c: Cursor): PdfString {
  const begin = c.pos
  const close = c.bytes.indexOf(62, c.pos)
  if (close < 0) {
    if (c.final) throw malformedObject(c, 'string without end')
    throw NEED_MORE
  }
  const bytes = hexBytes(c.bytes.subarray(begin + 1, close))
  if (bytes === undefined) throw malformedObject(c, 'not a hexadecimal digit')
  c.pos = close + 1
  return { type: 'string', bytes, hex: true, start: c.base + begin, end: c.base + c.pos }
}

function hexBytes(text: Uint8Array): Uint8Array | undefined {
  const bytes = new Uint8Array((text.length + 1) >> 1)
  let digits = 0
  for (const char of text) {
    const value = hexValue(char)
    if (value >= 0) {
      const at = digits >> 1
      bytes[at] = byteAt(bytes, at) | (digits % 2 === 0 ? value << 4 : value)
      digits++
    } else if (!isSpace(char)) return undefined
  }
  return bytes.subarray(0, (digits + 1) >> 1)
}

const ESCAPES: Record<number, number> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 }

function parseLiteral(c: Cursor): PdfString {
  const begin = c.pos
  const close = literalEnd(c)
  c.pos++
  const bytes = c.bytes.subarray(c.pos, close)
  const plain = bytes.includes(92) || bytes.includes(13) ? unescape(c, close) : bytes.slice()
  c.pos = close + 1
  return { type: 'string', bytes: plain, hex: false, start: c.base + begin, end: c.base + c.pos }
}

/** Where the parenthesis stands that closes the string under the cursor; looked for first, so that one without end costs little. */
function literalEnd(c: Cursor): number {
  let depth = 0
  for (let at = c.pos; at < c.bytes.length; at++) {
    const byte = c.bytes[at]
    if (byte === 92) at++
    else if (byte === 40) depth++
    else if (byte === 41 && --depth === 0) return at
  }
  if (c.final) throw malformedObject(c, 'string without end')
  throw NEED_MORE
}

function unescape(c: Cursor, close: number): Uint8Array {
  const out: number[] = []
  while (c.pos < close) {
    const byte = peek(c)
    c.pos++
    if (byte === 92) readEscape(c, out)
    else out.push(byte === 13 ? lineFeed(c) : byte)
  }
  return Uint8Array.from(out)
}

/** An end of line that is not escaped counts as one line feed, however it is written (ISO 32000-2 7.3.4.2). */
function lineFeed(c: Cursor): number {
  if (peek(c) === 10) c.pos++
  return 10
}

function isOctal(byte: number): boolean {
  return byte >= 48 && byte <= 55
}

function readEscape(c: Cursor, out: number[]): void {
  const byte = peek(c)
  if (isOctal(byte)) {
    let value = 0
    for (let i = 0; i < 3 && isOctal(peek(c)); i++, c.pos++) value = value * 8 + peek(c) - 48
    out.push(value & 255)
    return
  }
  c.pos++
  if (byte === 13) {
    if (peek(c) === 10) c.pos++
  } else if (byte !== 10) out.push(ESCAPES[byte] ?? byte)
}

/** `num gen obj … endobj` as it stands at an offset; `data` is where a stream's bytes begin, `end` the offset behind what was read. */
export type IndirectObject = { num: number; gen: number; value: PdfObject; data: number | undefined; end: number }

function parseHeader(c: Cursor): { num: number; gen: number } {
  const num = takeInteger(c)
  const gen = takeInteger(c)
  if (num === undefined || gen === undefined || !takeKeyword(c, 'obj'))
    throw malformedObject(c, 'object header expected')
  skipSpace(c)
  return { num, gen }
}

/** The indirect object whose header stands under the cursor. */
export function parseIndirect(c: Cursor): IndirectObject {
  const { num, gen } = parseHeader(c)
  const value = looksAt(c, 'endobj') ? null : parseObject(c)
  skipSpace(c)
  if (!looksAt(c, 'stream') || isRegular(peek(c, 6))) {
    if (looksAt(c, 'endobj')) c.pos += 6
    return { num, gen, value, data: undefined, end: c.base + c.pos }
  }
  c.pos += 6
  if (peek(c) === 13) c.pos++
  if (peek(c) === 10) c.pos++
  return { num, gen, value, data: c.base + c.pos, end: c.base + c.pos }
}

/** The last place of `text` in bytes, -1 if absent. */
export function lastIndexOf(bytes: Uint8Array, text: string): number {
  return latin1(bytes).lastIndexOf(text)
}
