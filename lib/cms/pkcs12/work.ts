import type { Der } from '@/lib/trust'
import { readSmallInteger, refuse } from '@/lib/trust'
import type { Digest, Means } from './rarities'
import { isQuick } from './rehash'

/**
 * What opening one file may cost in all, in blocks of SHA-1 computed in script: ten seconds of a slow machine. A file of
 * Firefox with 600,000 rounds a derivation costs 3.6 million under the right password, and a wrong one with accents, which
 * is tried in eight forms, 5 million; beyond, a hostile file would hold the reader's machine.
 */
export const MOST_WORK = 20_000_000

const SHORT_BLOCK = 64

/** One block of a hash computed in script: the wider hashes take about three times as long. */
export function blockCost(hash: Digest): number {
  if (isQuick(hash)) return 1
  return hash.blockLen > SHORT_BLOCK ? 9 : 3
}

/** What `rounds` rounds over each part of `length` octets cost. */
export function roundsCost(hash: Digest, rounds: number, length: number): number {
  return rounds * Math.ceil(length / hash.outputLen) * blockCost(hash)
}

/** Counts work before it is done, over the whole file and all readings of the password. */
export function charge(means: Means, work: number): void {
  means.spent += work
  if (means.spent > means.mostWork) {
    refuse('p12-iterations', `asks for more key derivation than ${String(means.mostWork)} rounds of hashing in all`)
  }
}

export function readRounds(node: Der): number {
  const rounds = readSmallInteger(node)
  return rounds < 1 ? refuse('p12-corrupt', 'an iteration count below one') : rounds
}
