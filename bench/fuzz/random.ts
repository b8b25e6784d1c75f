/** A whole number from 0 up to but without `below`. */
export type Random = (below: number) => number

/** Mulberry32: small, seeded, good enough to spread mutations. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * Math.max(1, below))
  }
}

/** One of these, undefined of none. */
export function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[random(items.length)]
}

/** Another reading of the same bytes; `others` are the rest of the subjects, to borrow from. */
export type Mutation = (bytes: Uint8Array, random: Random, others: readonly Uint8Array[]) => Uint8Array
