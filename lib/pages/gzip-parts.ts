import { promisify } from 'node:util'
import { constants, deflateRaw } from 'node:zlib'

/**
 * A gzip file (RFC 1952) put together from parts that were compressed beforehand and parts that are not compressed at all:
 * what is the same for everybody costs its compression once, what is somebody's own is a few bytes. A deflate stream
 * (RFC 1951) may be joined where a block ends on a byte; the check sum of the whole follows from those of the parts.
 */
export type PackedPart = {
  plain: Buffer
  /** Whole blocks of deflate, none of them the last. */
  deflated: Buffer
  crc: number
  /** What so many further bytes do to the check sum of what stood before. */
  shift: Shift
}

/** A linear map over 32 bits: the image of each bit. */
type Shift = readonly number[]

const POLYNOMIAL = 0xedb88320
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
/** An empty block with fixed codes, marked as the last. */
const LAST_BLOCK = Buffer.from([3, 0])
const LONGEST_STORED = 0xffff

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1
  return value
})

/** The check sum of what had `crc`, followed by `bytes`. */
function crcAfter(crc: number, bytes: Buffer): number {
  let sum = ~crc
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)
  return ~sum >>> 0
}

function applied(shift: Shift, crc: number): number {
  let sum = 0
  for (let bit = 0, left = crc; left !== 0; bit += 1, left >>>= 1) if (left & 1) sum ^= shift[bit] ?? 0
  return sum >>> 0
}

const afterEachOther = (first: Shift, second: Shift): Shift => first.map((image) => applied(second, image))

const ONE_BIT: Shift = Array.from({ length: 32 }, (_, bit) => (bit === 0 ? POLYNOMIAL : 2 ** (bit - 1)))
const NOTHING: Shift = Array.from({ length: 32 }, (_, bit) => 2 ** bit)

/** What `bytes` zero bytes do to a check sum, by squaring. */
function shiftOf(bytes: number): Shift {
  let [shift, power] = [NOTHING, ONE_BIT]
  for (let bits = bytes * 8; bits > 0; bits = Math.floor(bits / 2)) {
    if (bits % 2 === 1) shift = afterEachOther(shift, power)
    power = afterEachOther(power, power)
  }
  return shift
}

const deflate = promisify<Buffer, { level: number; finishFlush: number }, Buffer>(deflateRaw)

/** Compresses a part that stands in many files. */
export async function packPart(text: string): Promise<PackedPart> {
  const plain = Buffer.from(text)
  // Ends on a byte, and refers to nothing that stood before.
  const deflated = await deflate(plain, { level: 9, finishFlush: constants.Z_SYNC_FLUSH })
  return { plain, deflated, crc: crcAfter(0, plain), shift: shiftOf(plain.length) }
}

/** Blocks without compression. */
function storedBlocks(bytes: Buffer): Buffer[] {
  const blocks: Buffer[] = []
  for (let at = 0; at < bytes.length; at += LONGEST_STORED) {
    const piece = bytes.subarray(at, at + LONGEST_STORED)
    const head = Buffer.alloc(5)
    head.writeUInt16LE(piece.length, 1)
    head.writeUInt16LE(~piece.length & 0xffff, 3)
    blocks.push(head, piece)
  }
  return blocks
}

/** The gzip file of all parts, one after the other. */
export function gzipOf(parts: readonly (PackedPart | Buffer)[]): Buffer {
  const pieces: Buffer[] = [HEAD]
  let [crc, length] = [0, 0]
  for (const part of parts) {
    if (Buffer.isBuffer(part)) {
      pieces.push(...storedBlocks(part))
      crc = crcAfter(crc, part)
      length += part.length
    } else {
      pieces.push(part.deflated)
      crc = (applied(part.shift, crc) ^ part.crc) >>> 0
      length += part.plain.length
    }
  }
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(crc, 0)
  tail.writeUInt32LE(length % 2 ** 32, 4)
  return Buffer.concat([...pieces, LAST_BLOCK, tail])
}
