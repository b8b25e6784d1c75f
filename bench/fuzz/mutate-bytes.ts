import { pick } from './random'
import type { Mutation } from './random'

const NOTHING = new Uint8Array()

/** The bytes with `removed` of them from an offset replaced. */
export function spliceBytes(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  const tail = bytes.subarray(Math.min(bytes.length, at + removed))
  const whole = new Uint8Array(at + added.length + tail.length)
  whole.set(bytes.subarray(0, at))
  whole.set(added, at)
  whole.set(tail, at + added.length)
  return whole
}

/** What needs no understanding: bytes set, flipped, dropped, doubled, moved, cut off; two files spliced. */
export const BYTE_MUTATIONS: readonly Mutation[] = [
  (bytes, random) => spliceBytes(bytes, random(bytes.length), 1, Uint8Array.of(random(256))),
  (bytes, random) => {
    const at = random(bytes.length)
    return spliceBytes(bytes, at, 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random(8))))
  },
  (bytes, random) => spliceBytes(bytes, random(bytes.length), random(64), NOTHING),
  (bytes, random) => {
    const from = random(bytes.length)
    return spliceBytes(bytes, random(bytes.length), random(200), bytes.slice(from, from + random(200)))
  },
  (bytes, random) => bytes.slice(0, random(bytes.length)),
  (bytes, random, others) => {
    const other = pick(others, random) ?? bytes
    return spliceBytes(bytes, random(bytes.length), bytes.length, other.subarray(random(other.length)))
  },
]
