/** Triple DES (FIPS 46-3), kept only because PKCS#12 files of Windows and old tools are locked with it. */

const S_BOXES = [
  'e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d',
  'f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9',
  'a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c',
  '7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e',
  '2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453',
  'c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d',
  '4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c',
  'd2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b',
]
const P = [
  16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25,
]
const PC1 = [
  57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36, 63, 55,
  47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4,
]
const PC2 = [
  14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2, 41, 52, 31, 37, 47, 55, 30,
  40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32,
]
const SHIFTS = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1]

function rotateLeft(word: number, by: number): number {
  const n = by & 31
  return n === 0 ? word : (word << n) | (word >>> (32 - n))
}

/** S-box and permutation P of one box folded into 64 words, so that a round is eight look-ups. */
function substitution(box: string, position: number): Uint32Array {
  return Uint32Array.from({ length: 64 }, (_, six) => {
    const row = ((six >> 4) & 2) | (six & 1)
    const nibble = Number.parseInt(box.charAt(row * 16 + ((six >> 1) & 15)), 16)
    const word = nibble << (28 - 4 * position)
    return P.reduce((out, from, to) => out | (((word >>> (32 - from)) & 1) << (31 - to)), 0)
  })
}
const SUBSTITUTIONS = S_BOXES.map(substitution)

/** Sixteen round keys, each eight groups of six bits. */
function roundKeys(key: Uint8Array): Uint8Array[] {
  const bits = PC1.map((from) => ((key[(from - 1) >> 3] ?? 0) >> (7 - ((from - 1) & 7))) & 1)
  let left = bits.slice(0, 28)
  let right = bits.slice(28)
  return SHIFTS.map((by) => {
    left = [...left.slice(by), ...left.slice(0, by)]
    right = [...right.slice(by), ...right.slice(0, by)]
    const both = [...left, ...right]
    const groups = new Uint8Array(8)
    for (const [to, from] of PC2.entries()) {
      const group = Math.floor(to / 6)
      groups[group] = ((groups[group] ?? 0) << 1) | (both[from - 1] ?? 0)
    }
    return groups
  })
}

function round(half: number, key: Uint8Array): number {
  const turned = rotateLeft(half, 31)
  let out = 0
  for (let i = 0; i < 8; i += 1) {
    const six = (rotateLeft(turned, 4 * i + 6) & 63) ^ (key[i] ?? 0)
    out ^= SUBSTITUTIONS[i]?.[six] ?? 0
  }
  return out
}

type Halves = [left: number, right: number]

function initialPermutation([left, right]: Halves): Halves {
  let l = left
  let r = right
  let t = ((l >>> 4) ^ r) & 0x0f0f0f0f
  r ^= t
  l ^= t << 4
  t = ((l >>> 16) ^ r) & 0x0000ffff
  r ^= t
  l ^= t << 16
  t = ((r >>> 2) ^ l) & 0x33333333
  l ^= t
  r ^= t << 2
  t = ((r >>> 8) ^ l) & 0x00ff00ff
  l ^= t
  r ^= t << 8
  t = ((l >>> 1) ^ r) & 0x55555555
  return [l ^ (t << 1), r ^ t]
}

function finalPermutation([left, right]: Halves): Halves {
  let l = left
  let r = right
  let t = ((l >>> 1) ^ r) & 0x55555555
  r ^= t
  l ^= t << 1
  t = ((r >>> 8) ^ l) & 0x00ff00ff
  l ^= t
  r ^= t << 8
  t = ((r >>> 2) ^ l) & 0x33333333
  l ^= t
  r ^= t << 2
  t = ((l >>> 16) ^ r) & 0x0000ffff
  r ^= t
  l ^= t << 16
  t = ((l >>> 4) ^ r) & 0x0f0f0f0f
  return [l ^ (t << 4), r ^ t]
}

function sixteenRounds([left, right]: Halves, keys: readonly Uint8Array[]): Halves {
  let l = left
  let r = right
  for (const key of keys) [l, r] = [r, l ^ round(r, key)]
  return [r, l]
}

/**
 * The block decryption of EDE triple DES.
 * @param key 24 octets, or 16 for two-key triple DES
 * @returns a function over 64-bit blocks given as two big-endian words
 */
export function tripleDesDecryption(key: Uint8Array): (block: Halves) => Halves {
  const third = key.length >= 24 ? key.subarray(16, 24) : key.subarray(0, 8)
  const last = roundKeys(third).reverse()
  const middle = roundKeys(key.subarray(8, 16))
  const first = roundKeys(key.subarray(0, 8)).reverse()
  return (block) =>
    finalPermutation(sixteenRounds(sixteenRounds(sixteenRounds(initialPermutation(block), last), middle), first))
}
