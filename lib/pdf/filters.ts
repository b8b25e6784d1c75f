import { PdfFault } from './fault'
import { inflate } from './inflate'
import type { Charge } from './inflate'
import { byteAt, hexValue, isSpace } from './lexer'
import { asInteger } from './object'
import type { PdfDict } from './object'

/** What a decoder gives: the bytes, and whether the encoded data was whole. */
export type Decoded = { bytes: Uint8Array; complete: boolean }

function growing(limit: number) {
  let bytes = new Uint8Array(1024)
  let length = 0
  return {
    push(byte: number) {
      if (length >= limit) throw new PdfFault('stream-too-large', `more than ${String(limit)} bytes`)
      if (length === bytes.length) {
        const wider = new Uint8Array(length * 2)
        wider.set(bytes)
        bytes = wider
      }
      bytes[length++] = byte
    },
    done: () => bytes.subarray(0, length),
  }
}

/** ISO 32000-2 section 7.4.2. */
export function decodeHex(data: Uint8Array): Decoded {
  const close = data.indexOf(62)
  const text = close < 0 ? data : data.subarray(0, close)
  const bytes = new Uint8Array((text.length + 1) >> 1)
  let digits = 0
  for (const byte of text) {
    const value = hexValue(byte)
    if (value >= 0) {
      bytes[digits >> 1] = byteAt(bytes, digits >> 1) | (digits & 1 ? value : value << 4)
      digits++
    } else if (!isSpace(byte)) throw new PdfFault('stream-malformed', 'ASCIIHex')
  }
  return { bytes: bytes.subarray(0, (digits + 1) >> 1), complete: true }
}

/** ISO 32000-2 section 7.4.3. */
export function decodeAscii85(data: Uint8Array, limit: number): Decoded {
  const out = growing(limit)
  let group: number[] = []
  const flush = (count: number) => {
    const value = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0)
    for (let i = 0; i < count; i++) out.push(Math.floor(value / 256 ** (3 - i)) & 255)
    group = []
  }
  const close = data.indexOf(126)
  for (const byte of close < 0 ? data : data.subarray(0, close)) {
    if (!isSpace(byte)) group.push(...ascii85Digits(byte, group.length))
    if (group.length === 5) flush(4)
  }
  if (group.length > 1) flush(group.length - 1)
  return { bytes: out.done(), complete: true }
}

function ascii85Digits(byte: number, pending: number): number[] {
  if (byte === 122 && pending === 0) return [0, 0, 0, 0, 0]
  if (byte < 33 || byte > 117) throw new PdfFault('stream-malformed', 'ASCII85')
  return [byte - 33]
}

/** ISO 32000-2 section 7.4.5. */
export function decodeRunLength(data: Uint8Array, limit: number): Decoded {
  const out = growing(limit)
  for (let i = 0; i < data.length; ) {
    const length = byteAt(data, i++)
    if (length === 128) return { bytes: out.done(), complete: true }
    if (length < 128) for (let end = Math.min(i + length + 1, data.length); i < end; i++) out.push(byteAt(data, i))
    else if (i < data.length) {
      const byte = byteAt(data, i++)
      for (let n = 257 - length; n > 0; n--) out.push(byte)
    }
  }
  return { bytes: out.done(), complete: false }
}

/** ISO 32000-2 section 7.4.4, `early` is the EarlyChange parameter. */
export function decodeLzw(data: Uint8Array, limit: number, early: number): Decoded {
  const out = growing(limit)
  let table: Uint8Array[] = []
  let previous: Uint8Array | undefined
  let hold = 0
  let bits = 0
  let width = 9
  const entry = (code: number): Uint8Array =>
    (code < 256 ? Uint8Array.of(code) : table[code - 258]) ?? repeatFirst(previous)
  for (const byte of data) {
    hold = ((hold << 8) | byte) & 0xffffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (hold >> bits) & ((1 << width) - 1)
    if (code === 257) return { bytes: out.done(), complete: true }
    if (code === 256) {
      table = []
      previous = undefined
      width = 9
      continue
    }
    const current = entry(code)
    for (const value of current) out.push(value)
    if (previous !== undefined && table.length < 3838) table.push(Uint8Array.of(...previous, byteAt(current, 0)))
    previous = current
    width = widthFor(table.length + 258 + early)
  }
  return { bytes: out.done(), complete: false }
}

function repeatFirst(previous: Uint8Array | undefined): Uint8Array {
  if (previous === undefined) throw new PdfFault('stream-malformed', 'LZW code')
  return Uint8Array.of(...previous, previous[0] ?? 0)
}

function widthFor(next: number): number {
  return next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9
}

/** Undoes a PNG predictor (TIFF predictor 2 for 8-bit samples too), ISO 32000-2 section 7.4.4.4. */
export function undoPredictor(data: Uint8Array, parms: PdfDict): Uint8Array {
  const number = (key: string, fallback: number) => asInteger(parms.entries.get(key)) ?? fallback
  const predictor = number('Predictor', 1)
  if (predictor === 1) return data
  const colors = number('Colors', 1)
  const bits = number('BitsPerComponent', 8)
  const columns = number('Columns', 1)
  const pixel = Math.max(1, (colors * bits + 7) >> 3)
  const row = (colors * bits * columns + 7) >> 3
  if (row < 1 || row > 1 << 24 || pixel > 64) throw new PdfFault('stream-malformed', 'predictor')
  if (predictor >= 10) return undoPng(data, row, pixel)
  if (predictor !== 2 || bits !== 8) throw new PdfFault('filter-unknown', `predictor ${String(predictor)}`)
  return undoTiff(data, row, pixel)
}

function undoTiff(data: Uint8Array, row: number, pixel: number): Uint8Array {
  const out = data.slice()
  for (let i = 0; i < out.length; i++) if (i % row >= pixel) out[i] = byteAt(out, i) + byteAt(out, i - pixel)
  return out
}

function undoPng(data: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.floor((data.length + row) / (row + 1))
  const out = new Uint8Array(rows * row)
  for (let y = 0; y < rows; y++) {
    const kind = byteAt(data, y * (row + 1))
    for (let x = 0; x < row; x++) {
      const at = y * row + x
      const left = x >= pixel ? byteAt(out, at - pixel) : 0
      const up = y > 0 ? byteAt(out, at - row) : 0
      const corner = x >= pixel && y > 0 ? byteAt(out, at - row - pixel) : 0
      out[at] = byteAt(data, y * (row + 1) + 1 + x) + predict(kind, left, up, corner)
    }
  }
  return out
}

function predict(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  return kind === 4 ? paeth(left, up, corner) : 0
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const a = Math.abs(guess - left)
  const b = Math.abs(guess - up)
  const c = Math.abs(guess - corner)
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** How much may come out of one filter, and who counts the work. */
export type Bounds = { readonly limit: number; readonly charge: Charge }

/** One filter of a stream by its name (long or abbreviated). */
export function applyFilter(filter: string, data: Uint8Array, parms: PdfDict, { limit, charge }: Bounds): Decoded {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return predicting(inflate(data, limit, charge), parms)
    case 'LZWDecode':
    case 'LZW':
      return predicting(decodeLzw(data, limit, asInteger(parms.entries.get('EarlyChange')) ?? 1), parms)
    default:
      return plainFilter(filter, data, limit)
  }
}

function plainFilter(filter: string, data: Uint8Array, limit: number): Decoded {
  if (filter === 'ASCIIHexDecode' || filter === 'AHx') return decodeHex(data)
  if (filter === 'ASCII85Decode' || filter === 'A85') return decodeAscii85(data, limit)
  if (filter === 'RunLengthDecode' || filter === 'RL') return decodeRunLength(data, limit)
  if (filter === 'Crypt') return { bytes: data, complete: true }
  throw new PdfFault('filter-unknown', filter.slice(0, 40))
}

function predicting(decoded: Decoded, parms: PdfDict): Decoded {
  return { bytes: undoPredictor(decoded.bytes, parms), complete: decoded.complete }
}
