const WORD = Uint8Array.from('/ByteRange', (char) => char.charCodeAt(0))
const LAST = WORD.length - 1
const MOST = 500

/** How far a window moves on by the byte under its end (Horspool). */
const SKIPS = new Uint8Array(256).fill(WORD.length)
for (let i = 0; i < LAST; i++) SKIPS[WORD[i] ?? 0] = LAST - i

/** Where a file says `/ByteRange`, told as its bytes go by from the first on. */
export type RangeSearch = { update(bytes: Uint8Array): void; readonly found: readonly number[] }

export function rangeSearch(): RangeSearch {
  const found: number[] = []
  let base = 0
  let carried = new Uint8Array()
  const look = (bytes: Uint8Array, offset: number) => {
    for (let at = 0; at + LAST < bytes.length && found.length < MOST; at += SKIPS[bytes[at + LAST] ?? 0] ?? 1) {
      if (WORD.every((byte, i) => byte === bytes[at + i])) found.push(offset + at)
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
