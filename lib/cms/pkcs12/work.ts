import type { Der } from '@/lib/trust'
import { readSmallInteger, refuse } from '@/lib/trust'
import type { Digest, Means } from './rarities'

/**
 * What opening one file may cost in all, in blocks of SHA-1 computed in script: about a second. No tool writes half of it;
 * beyond, a hostile file would hold the reader's machine.
 */
export const MOST_WORK = 1_500_000

const SHORT_BLOCK = 64

/** One block of a hash computed in script: the wider hashes take about three times as long. */
export function blockCost({ blockLen }: Pick<Digest, 'blockLen'>): number {
  return blockLen > SHORT_BLOCK ? 3 : 1
}

/** What `rounds` rounds over each part of `length` octets cost. */
export function roundsCost(hash: Digest, rounds: number, length: number): number {
  return rounds * Math.ceil(length / hash.outputLen) * blockCost(hash)
}

/** Counts work before it is done, over the whole file and all readings of the password. */
export function charge(means: Means, work: number): void {
  means.spent += work
  if (means.spent > MOST_WORK) {
    refuse('p12-iterations', `asks for more key derivation than ${String(MOST_WORK)} rounds of hashing in all`)
  }
}

export function readRounds(node: Der): number {
  const rounds = readSmallInteger(node)
  return rounds < 1 ? refuse('p12-corrupt', 'an iteration count below one') : rounds
}
