import { pick, seededRandom } from './random'
import type { Subject } from './subjects'

/** Longer than this, in processor time, is called a hang. */
const SLOWEST_MS = 2_000
const TRIES = 3

export type Slice = { readonly seed: number; readonly first: number; readonly count: number }
export type Finding = {
  readonly number: number
  readonly seed: number
  readonly subject: string
  readonly what: string
}

/** The same bytes for the same seed and number, for ever. */
export function mutatedFor(subject: Subject, all: readonly Subject[], seed: number, number: number): Uint8Array {
  const random = seededRandom(seed * 1_000_003 + number)
  const others = all.map(({ bytes }) => bytes)
  let mutated = subject.bytes
  for (let times = 1 + random(4); times > 0; times--) {
    mutated = pick(subject.mutations, random)?.(mutated, random, others) ?? mutated
  }
  return mutated
}

async function faultOf(subject: Subject, mutated: Uint8Array): Promise<string | undefined> {
  try {
    return await subject.judge(mutated)
  } catch (error) {
    return `crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
}

/** Processor time, because a busy machine makes nothing of ours slow. */
function processorMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/**
 * What is wrong with the answer to one case; slow only when slow each time, because the process may have other threads.
 */
async function attempt(subject: Subject, mutated: Uint8Array): Promise<string | undefined> {
  let took = 0
  for (let tries = 0; tries < TRIES; tries++) {
    const began = process.cpuUsage()
    const fault = await faultOf(subject, mutated)
    took = processorMs(began)
    if (fault !== undefined || took <= SLOWEST_MS) return fault
  }
  return `hang: ${took.toFixed(0)} ms`
}

/** Runs the cases of a slice and tells each finding. */
export async function runCases(
  all: readonly Subject[],
  { seed, first, count }: Slice,
  onFinding: (finding: Finding) => void,
): Promise<void> {
  for (let number = first; number < first + count; number++) {
    const subject = all[number % all.length]
    if (subject === undefined) throw new Error('no subject')
    const what = await attempt(subject, mutatedFor(subject, all, seed, number))
    if (what !== undefined) onFinding({ number, seed, subject: subject.name, what })
  }
}
