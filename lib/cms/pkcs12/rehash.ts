import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Digest } from './rarities'

/** One hash over a message of one block: its 16 words in, the digest in the place of the first. */
type Block = { readonly words: number; readonly digestWords: number; readonly compress: (w: DataView) => void }

const rotate = (x: number, bits: number) => (x << bits) | (x >>> (32 - bits))

/** FIPS 180-4 4.1.1 and 4.2.1: what step `at / 4` of 80 mixes of three words, its constant added. */
function sha1Mix(at: number, x: number, y: number, z: number): number {
  if (at < 80) return (((x & y) | (~x & z)) + 0x5a827999) | 0
  if (at < 160) return ((x ^ y ^ z) + 0x6ed9eba1) | 0
  if (at < 240) return (((x & y) | (x & z) | (y & z)) + 0x8f1bbcdc) | 0
  return ((x ^ y ^ z) + 0xca62c1d6) | 0
}

/** FIPS 180-4 6.1.2. */
function sha1Compress(w: DataView): void {
  for (let at = 64; at < 320; at += 4) {
    const mixed = w.getInt32(at - 12, true) ^ w.getInt32(at - 32, true) ^ w.getInt32(at - 56, true)
    w.setInt32(at, rotate(mixed ^ w.getInt32(at - 64, true), 1), true)
  }
  let [a, b, c, d, e] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0]
  for (let at = 0; at < 320; at += 4) {
    const next = (rotate(a, 5) + sha1Mix(at, b, c, d) + e + w.getInt32(at, true)) | 0
    e = d
    d = c
    c = rotate(b, 30)
    b = a
    a = next
  }
  w.setInt32(0, a + 0x67452301, true)
  w.setInt32(4, b + 0xefcdab89, true)
  w.setInt32(8, c + 0x98badcfe, true)
  w.setInt32(12, d + 0x10325476, true)
  w.setInt32(16, e + 0xc3d2e1f0, true)
}

const isPrime = (n: number) => n > 1 && Array.from({ length: n - 2 }, (_, i) => n % (i + 2)).every((rest) => rest > 0)
const PRIMES = Array.from({ length: 312 }, (_, n) => n).filter(isPrime)
/** The first 32 bits of the fraction of a root (FIPS 180-4 4.2.2, 5.3.3). */
const fraction = (root: number) => Math.floor((root % 1) * 2 ** 32)

function littleEndian(values: readonly number[]): DataView {
  const view = new DataView(new ArrayBuffer(4 * values.length))
  for (const [i, value] of values.entries()) view.setInt32(4 * i, value, true)
  return view
}

const SHA256_ADDENDS = littleEndian(PRIMES.map((prime) => fraction(Math.cbrt(prime))))
const SHA256_STATE = littleEndian(PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))))

/** FIPS 180-4 6.2.2. */
function sha256Compress(w: DataView): void {
  for (let at = 64; at < 256; at += 4) {
    const [x, y] = [w.getInt32(at - 60, true), w.getInt32(at - 8, true)]
    const early = rotate(x, 25) ^ rotate(x, 14) ^ (x >>> 3)
    const late = rotate(y, 15) ^ rotate(y, 13) ^ (y >>> 10)
    w.setInt32(at, w.getInt32(at - 64, true) + early + w.getInt32(at - 28, true) + late, true)
  }
  const start = (i: number) => SHA256_STATE.getInt32(4 * i, true)
  let [a, b, c, d, e, f, g, h] = [start(0), start(1), start(2), start(3), start(4), start(5), start(6), start(7)]
  for (let at = 0; at < 256; at += 4) {
    const choice = (rotate(e, 26) ^ rotate(e, 21) ^ rotate(e, 7)) + ((e & f) ^ (~e & g))
    const first = (h + choice + SHA256_ADDENDS.getInt32(at, true) + w.getInt32(at, true)) | 0
    const second = (rotate(a, 30) ^ rotate(a, 19) ^ rotate(a, 10)) + ((a & b) ^ (a & c) ^ (b & c))
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) w.setInt32(4 * i, word + start(i), true)
}

const BLOCKS: ReadonlyMap<Digest, Block> = new Map<Digest, Block>([
  [sha1, { words: 80, digestWords: 5, compress: sha1Compress }],
  [sha256, { words: 64, digestWords: 8, compress: sha256Compress }],
])

/** Whether rounds of this hash are done here, about three times as fast as by calling it again and again. */
export function isQuick(hash: Digest): boolean {
  return BLOCKS.has(hash)
}

/** `digest` hashed `rounds` times more: what key derivations spend their time on (RFC 7292 B.2 step 6.A, RFC 8018 5.1). */
export function rehash(hash: Digest, digest: Uint8Array, rounds: number): Uint8Array {
  const block = BLOCKS.get(hash)
  if (block) return rehashBlock(block, digest, rounds)
  let last = digest
  for (let i = 0; i < rounds; i += 1) last = hash(last)
  return last
}

function rehashBlock({ words, digestWords, compress }: Block, digest: Uint8Array, rounds: number): Uint8Array {
  const w = new DataView(new ArrayBuffer(4 * words))
  const input = new DataView(digest.buffer, digest.byteOffset)
  for (let at = 0; at < 4 * digestWords; at += 4) w.setInt32(at, input.getInt32(at), true)
  // FIPS 180-4 5.1.1: the end of the message, and how many bits it has. The compression leaves both as they are.
  w.setInt32(4 * digestWords, 0x80000000, true)
  w.setInt32(60, 32 * digestWords, true)
  for (let i = 0; i < rounds; i += 1) compress(w)
  const out = new DataView(new ArrayBuffer(4 * digestWords))
  for (let at = 0; at < 4 * digestWords; at += 4) out.setInt32(at, w.getInt32(at, true))
  return new Uint8Array(out.buffer)
}
