const NAME = 'ByteRange'
const SLASH = 0x2f
const HASH = 0x23
const LETTERS = Uint8Array.from(NAME, (char) => char.charCodeAt(0))
/** Of the shortest spelling; of the longest, every letter of which is written `#xx`. */
const SHORTEST = 1 + NAME.length
const LONGEST = 1 + 3 * NAME.length
const LAST = SHORTEST - 1
const MOST = 500

/** The values of hexadecimal digits; 16 for what is none. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const value = '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase())
  return value < 0 ? 16 : value
})

/** The bytes a letter may be written with: as it is, or escaped (ISO 32000-2 7.3.5). */
function spellingsOf(letter: number): number[][] {
  const [high, low] = [letter >> 4, letter & 15].map((value) =>
    [...DIGITS.keys()].filter((byte) => DIGITS[byte] === value),
  )
  return [[letter], ...(high ?? []).flatMap((first) => (low ?? []).map((second) => [HASH, first, second]))]
}

/** What may stand where in the name, in any of its spellings: places (the slash is at 0) and bytes. */
function possibilities(): [number, number][] {
  let starts: readonly number[] = [1]
  const letters = [...LETTERS].flatMap((letter) => {
    const written = starts.flatMap((start) => spellingsOf(letter).map((spelling) => ({ start, spelling })))
    starts = [...new Set(written.map(({ start, spelling }) => start + spelling.length))]
    return written.flatMap(({ start, spelling }) => spelling.map((byte, i): [number, number] => [start + i, byte]))
  })
  return [[0, SLASH], ...letters]
}

/**
 * How far a window of the shortest length moves on by the byte under its end (Horspool, for all spellings at once): what
 * compressed data are mostly made of stands in none of them.
 */
const SKIPS = new Uint8Array(256).fill(SHORTEST)
for (const [place, byte] of possibilities())
  if (place <= LAST) SKIPS[byte] = Math.min(SKIPS[byte] ?? SHORTEST, LAST - place || LAST)

/** Where the name that begins at a slash ends, if it is the one looked for in any spelling; else -1. */
export function endOfRange(bytes: Uint8Array, slash: number): number {
  let at = slash + 1
  for (const letter of LETTERS) {
    if (bytes[at] === letter) at++
    else if (bytes[at] === HASH && unescapeHex(bytes, at) === letter) at += 3
    else return -1
  }
  return at
}

const unescapeHex = (bytes: Uint8Array, at: number) =>
  (DIGITS[bytes[at + 1] ?? 0] ?? 16) * 16 + (DIGITS[bytes[at + 2] ?? 0] ?? 16)

/** Where a file says `/ByteRange`, in whatever spelling, told as its bytes go by from the first on. */
export type RangeSearch = { update(bytes: Uint8Array): void; readonly offsets: readonly number[] }

export function rangeSearch(): RangeSearch {
  const offsets: number[] = []
  let base = 0
  let carried = new Uint8Array()
  /** Finds what ends behind `from`: what ends before it was found when it went by. */
  const look = (bytes: Uint8Array, offset: number, from: number, to: number) => {
    for (let at = LAST; at - LAST < to && at < bytes.length; ) {
      const skip = SKIPS[bytes[at] ?? 0] ?? 1
      if (skip < SHORTEST && bytes[at - LAST] === SLASH) note(bytes, at - LAST, offset, from)
      at += skip
    }
  }
  const note = (bytes: Uint8Array, slash: number, offset: number, from: number) => {
    if (endOfRange(bytes, slash) > from && offsets.length < MOST) offsets.push(offset + slash)
  }
  return {
    offsets,
    update(bytes) {
      const seam = new Uint8Array(carried.length + Math.min(LONGEST - 1, bytes.length))
      seam.set(carried)
      seam.set(bytes.subarray(0, LONGEST - 1), carried.length)
      look(seam, base - carried.length, carried.length, carried.length)
      look(bytes, base, 0, bytes.length)
      const tail = bytes.length >= LONGEST - 1 ? bytes : seam
      carried = tail.slice(Math.max(0, tail.length - LONGEST + 1))
      base += bytes.length
    },
  }
}
