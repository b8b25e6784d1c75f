import { chunksOf } from '@/lib/pdf'
import type { ByteSource } from '@/lib/pdf'

/** A running digest; `copy` forks it, so that one pass over a file serves every signature in it. */
export type Hasher = { update(bytes: Uint8Array): void; copy(): Promise<Hasher>; digest(): Uint8Array }

/** Whoever wants to see all bytes of the file go by, first to last. */
export type Watcher = Pick<Hasher, 'update'>

/** Makes a hasher for a digest algorithm's object identifier; undefined where it is not known. */
export type HashEngine = (digestOid: string) => Promise<Hasher | undefined>

/** Bytes to digest: pairs of offset and length as in a ByteRange, in file order and without overlap. */
export type RangeJob = { readonly oid: string; readonly ranges: readonly (readonly [number, number])[] }

type Running = { readonly job: RangeJob; index: number; hasher: Hasher }
/** Jobs of one algorithm that begin with the same bytes share this hasher until each reaches its first gap. */
type Shared = { readonly hasher: Hasher; readonly waiting: RangeJob[] }

function firstEnd(job: RangeJob): number {
  const [first] = job.ranges
  return first === undefined ? 0 : first[0] + first[1]
}

/**
 * Digests all jobs in one pass over the file from its first byte to the last byte any of them wants; to the
 * last byte of all with a watcher.
 * Every job must begin at offset 0; the result is in the order of the jobs, undefined where the algorithm is unknown.
 */
export async function digestRanges(
  source: ByteSource,
  jobs: readonly RangeJob[],
  engine: HashEngine,
  watch?: Watcher,
): Promise<(Uint8Array | undefined)[]> {
  const shared = new Map<string, Shared>()
  for (const job of jobs) {
    const sharing = shared.get(job.oid)
    if (sharing !== undefined) sharing.waiting.push(job)
    else {
      const hasher = await engine(job.oid)
      if (hasher !== undefined) shared.set(job.oid, { hasher, waiting: [job] })
    }
  }
  const digests = new Map<RangeJob, Uint8Array>()
  const running: Running[] = []
  for (const [from, to] of segments(jobs, watch === undefined ? 0 : source.size)) {
    await fork([...shared.values()], running, from)
    const watchers = watch === undefined ? [] : [watch]
    await feed(source, from, to, [...listenersOf([...shared.values()], running, from, to), ...watchers])
  }
  await fork([...shared.values()], running, Infinity)
  for (const { job, hasher } of running) digests.set(job, hasher.digest())
  return jobs.map((job) => digests.get(job))
}

/** The file cut at every place where some range begins or ends. */
function segments(jobs: readonly RangeJob[], end: number): [number, number][] {
  const cuts = new Set([0, end])
  for (const job of jobs) for (const [start, length] of job.ranges) cuts.add(start).add(start + length)
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(1).map((to, i) => [sorted[i] ?? 0, to])
}

async function fork(shared: readonly Shared[], running: Running[], at: number): Promise<void> {
  for (const group of shared) {
    for (const job of group.waiting.filter((waiting) => firstEnd(waiting) <= at)) {
      group.waiting.splice(group.waiting.indexOf(job), 1)
      running.push({ job, index: 1, hasher: await group.hasher.copy() })
    }
  }
}

function wants(running: Running, from: number, to: number): boolean {
  return running.job.ranges.some(([start, length], i) => i >= running.index && start <= from && to <= start + length)
}

function listenersOf(shared: readonly Shared[], running: readonly Running[], from: number, to: number): Hasher[] {
  return [
    ...shared.filter((group) => group.waiting.length > 0).map((group) => group.hasher),
    ...running.filter((active) => wants(active, from, to)).map((active) => active.hasher),
  ]
}

async function feed(source: ByteSource, from: number, to: number, listeners: readonly Watcher[]): Promise<void> {
  if (listeners.length === 0) return
  for await (const bytes of chunksOf(source, from, to)) for (const hasher of listeners) hasher.update(bytes)
}
