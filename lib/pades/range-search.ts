const WORD = Uint8Array.from('/ByteRange', (char) => char.charCodeAt(0))
const LAST = WORD.length - 1
const MOST = 500

/** How far a window moves on by the byte under its end (Horspool). */
const SKIPS = new Uint8Array(256).fill(WORD.length)
for (let i = 0; i < LAST; i++) SKIPS[WORD[i] ?? 0] = LAST - i

/** The letter the word ends with: only where it stands is the rest looked at. */
const END = WORD[LAST]

function stands(bytes: Uint8Array, at: number): boolean {
  return WORD.every((byte, i) => byte === bytes[at + i])
}

/** Where a file says `/ByteRange`, told as its bytes go by from the first on. */
export type RangeSearch = { update(bytes: Uint8Array): void; readonly found: readonly number[] }

export function rangeSearch(): RangeSearch {
  const found: number[] = []
  let base = 0
  let carried = new Uint8Array()
  const look = (bytes: Uint8Array, offset: number) => {
    for (let at = LAST; at < bytes.length; ) {
      const end = bytes[at] ?? 0
      if (end === END && stands(bytes, at - LAST) && found.length < MOST) found.push(offset + at - LAST)
      at += SKIPS[end] ?? 1
    }
  }
  return {
    found,
    update(bytes) {
      const seam = new Uint8Array(carried.length + Math.min(LAST, bytes.length))
      seam.set(carried)
      seam.set(bytes.subarray(0, LAST), carried.length)
      look(seam, base - carried.length)
      look(bytes, base)
      const tail = bytes.length >= LAST ? bytes : seam
      carried = tail.slice(Math.max(0, tail.length - LAST))
      base += bytes.length
    },
  }
}
