import { PdfFault } from './fault'
import { byteAt } from './lexer'

/**
 * Bounded inflate (RFC 1950, RFC 1951). Written here because the platform's streams neither bound their output
 * nor give back what was decoded before a damaged end, and both answers must be the same in every browser.
 */
export type Charge = (bytes: number) => void
type Bits = { readonly bytes: Uint8Array; pos: number; hold: number; count: number }
type Out = { bytes: Uint8Array; length: number; readonly limit: number }
/** `fast` answers the next bits at once where the code is short: symbol * 16 + length, 0 where it is longer. */
type Code = { readonly counts: Uint16Array; readonly symbols: Uint16Array; readonly fast: Uint16Array }

const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const DISTANCES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
]
const FAST_BITS = 9
/** What building the tables of one block costs beside unpacking a byte. */
const BLOCK_WORK = 512
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

function take(b: Bits, need: number): number {
  while (b.count < need) {
    const byte = b.bytes[b.pos++]
    if (byte === undefined) throw new PdfFault('stream-malformed', 'compressed data ends early')
    b.hold |= byte << b.count
    b.count += 8
  }
  const value = b.hold & ((1 << need) - 1)
  b.hold >>>= need
  b.count -= need
  return value
}

function codeOf(lengths: Uint8Array): Code {
  const counts = new Uint16Array(16)
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] ?? 0) + 1
  const offsets = new Uint16Array(16)
  for (let i = 1; i < 16; i++) offsets[i] = (offsets[i - 1] ?? 0) + (counts[i - 1] ?? 0)
  const symbols = new Uint16Array(lengths.length)
  lengths.forEach((length, value) => {
    if (length === 0) return
    const at = offsets[length] ?? 0
    symbols[at] = value
    offsets[length] = at + 1
  })
  return { counts, symbols, fast: fastTable(lengths, counts) }
}

function firstCodes(counts: Uint16Array): Uint16Array {
  const first = new Uint16Array(16)
  for (let i = 1; i < 15; i++) first[i + 1] = ((first[i] ?? 0) + (counts[i] ?? 0)) << 1
  return first
}

/** Canonical codes in the order of their lengths (RFC 1951 section 3.2.2), each under all bits that may follow it. */
function fastTable(lengths: Uint8Array, counts: Uint16Array): Uint16Array {
  const next = firstCodes(counts)
  const fast = new Uint16Array(1 << FAST_BITS)
  for (const [value, length] of lengths.entries()) {
    const code = next[length] ?? 0
    next[length] = code + 1
    if (length > 0 && length <= FAST_BITS && code < 1 << length) fill(fast, reverseBits(code, length), length, value)
  }
  return fast
}

function fill(fast: Uint16Array, first: number, length: number, value: number): void {
  for (let at = first; at < fast.length; at += 1 << length) fast[at] = (value << 4) | length
}

function reverseBits(code: number, length: number): number {
  let bits = 0
  for (let i = 0; i < length; i++) bits |= ((code >> i) & 1) << (length - 1 - i)
  return bits
}

function symbol(b: Bits, code: Code): number {
  while (b.count <= 23 && b.pos < b.bytes.length) {
    b.hold |= (b.bytes[b.pos++] ?? 0) << b.count
    b.count += 8
  }
  const symbol = code.fast[b.hold & ((1 << FAST_BITS) - 1)] ?? 0
  const length = symbol & 15
  if (length === 0 || length > b.count) return longSymbol(b, code)
  b.hold >>>= length
  b.count -= length
  return symbol >> 4
}

function longSymbol(b: Bits, code: Code): number {
  let value = 0
  let first = 0
  let index = 0
  for (let length = 1; length < 16; length++) {
    value |= take(b, 1)
    const count = code.counts[length] ?? 0
    if (value - count < first) return code.symbols[index + value - first] ?? 0
    index += count
    first = (first + count) << 1
    value <<= 1
  }
  throw new PdfFault('stream-malformed', 'invalid Huffman code')
}

function room(out: Out, need: number): void {
  if (out.length + need > out.limit) throw new PdfFault('stream-too-large', `more than ${String(out.limit)} bytes`)
  if (out.length + need <= out.bytes.length) return
  const wider = new Uint8Array(Math.min(out.limit, Math.max(out.bytes.length * 2, out.length + need)))
  wider.set(out.bytes.subarray(0, out.length))
  out.bytes = wider
}

function copyStored(b: Bits, out: Out): void {
  // Whole bytes taken ahead go back; the rest of the current one is skipped.
  b.pos -= b.count >> 3
  b.hold = 0
  b.count = 0
  const length = take(b, 16)
  if ((length ^ take(b, 16)) !== 0xffff) throw new PdfFault('stream-malformed', 'stored block length')
  room(out, length)
  const bytes = b.bytes.subarray(b.pos, b.pos + length)
  if (bytes.length < length) throw new PdfFault('stream-malformed', 'stored block ends early')
  out.bytes.set(bytes, out.length)
  out.length += length
  b.pos += length
}

function copy(b: Bits, out: Out, index: number, distances: Code): void {
  const length = (LENGTHS[index] ?? 0) + take(b, LENGTH_BITS[index] ?? 0)
  const which = symbol(b, distances)
  const distance = (DISTANCES[which] ?? Infinity) + take(b, which < 2 ? 0 : (which >> 1) - 1)
  if (distance > out.length) throw new PdfFault('stream-malformed', 'distance before the beginning')
  room(out, length)
  repeat(out, distance, length)
}

const WORTH_A_CALL = 24

function repeat(out: Out, distance: number, length: number): void {
  const { bytes, length: at } = out
  out.length += length
  if (length >= WORTH_A_CALL && distance === 1) bytes.fill(bytes[at - 1] ?? 0, at, out.length)
  else if (length >= WORTH_A_CALL && distance >= length) bytes.copyWithin(at, at - distance, at - distance + length)
  else for (let i = at; i < out.length; i++) bytes[i] = bytes[i - distance] ?? 0
}

function block(b: Bits, out: Out, literals: Code, distances: Code): void {
  for (;;) {
    const value = symbol(b, literals)
    if (value === 256) return
    if (value > 285) throw new PdfFault('stream-malformed', 'invalid length code')
    if (value > 256) copy(b, out, value - 257, distances)
    else {
      room(out, 1)
      out.bytes[out.length++] = value
    }
  }
}

const FIXED_LITERALS = codeOf(Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)))
const FIXED_DISTANCES = codeOf(new Uint8Array(30).fill(5))

function dynamic(b: Bits, out: Out): void {
  const literals = take(b, 5) + 257
  const distances = take(b, 5) + 1
  const lengthCodes = take(b, 4) + 4
  const lengths = new Uint8Array(19)
  for (let i = 0; i < lengthCodes; i++) lengths[ORDER[i] ?? 0] = take(b, 3)
  const all = readLengths(b, codeOf(lengths), literals + distances)
  block(b, out, codeOf(all.subarray(0, literals)), codeOf(all.subarray(literals)))
}

/** RFC 1951 section 3.2.7: 16 repeats the last length, 17 and 18 repeat zero. */
function readLengths(b: Bits, code: Code, count: number): Uint8Array {
  const all = new Uint8Array(count)
  for (let i = 0; i < count; ) {
    const value = symbol(b, code)
    if (value < 16) {
      all[i++] = value
      continue
    }
    const repeat = value === 16 ? 3 + take(b, 2) : value === 17 ? 3 + take(b, 3) : 11 + take(b, 7)
    if (i + repeat > count) throw new PdfFault('stream-malformed', 'code lengths')
    all.fill(value === 16 ? (all[i - 1] ?? 0) : 0, i, i + repeat)
    i += repeat
  }
  return all
}

function nextBlock(b: Bits, out: Out): void {
  const kind = take(b, 2)
  if (kind === 0) copyStored(b, out)
  else if (kind === 1) block(b, out, FIXED_LITERALS, FIXED_DISTANCES)
  else if (kind === 2) dynamic(b, out)
  else throw new PdfFault('stream-malformed', 'block type')
}

/**
 * Decompresses zlib data to at most `limit` bytes; `complete` is false when the data was damaged after what is returned.
 * `charge` is told what blocks cost beside the bytes that come out of them, since many blocks may yield nothing.
 */
export function inflate(data: Uint8Array, limit: number, charge: Charge): { bytes: Uint8Array; complete: boolean } {
  const b: Bits = { bytes: data, pos: 2, hold: 0, count: 0 }
  if ((byteAt(data, 0) & 15) !== 8 || ((byteAt(data, 0) << 8) | byteAt(data, 1)) % 31 !== 0)
    throw new PdfFault('stream-malformed', 'not zlib data')
  const out: Out = { bytes: new Uint8Array(Math.min(limit, Math.max(1024, data.length * 4))), length: 0, limit }
  try {
    for (let last = 0; last === 0; ) {
      last = take(b, 1)
      charge(BLOCK_WORK)
      nextBlock(b, out)
    }
  } catch (error) {
    if (!(error instanceof PdfFault) || error.code !== 'stream-malformed' || out.length === 0) throw error
    return { bytes: out.bytes.subarray(0, out.length), complete: false }
  }
  return { bytes: out.bytes.subarray(0, out.length), complete: true }
}
