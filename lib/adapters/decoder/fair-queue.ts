/** Half of what somebody used is forgotten in this time. */
const HALF_LIFE_MS = 60_000
const FORGOTTEN_MS = 1

export type Waiting = { ownerId: string }
type Rules = { perOwner: number; total: number }

/**
 * Who is next: whoever used least lately and has nothing running, however many others wait with however much. Within one
 * owner first come, first served.
 */
export function fairQueue<Job extends Waiting>({ perOwner, total }: Rules) {
  let waiting: Job[] = []
  const busy = new Set<string>()
  const use = useOfLate()
  const without = (job: Job) => waiting.filter((other) => other !== job)
  return {
    /** False when the owner, or everybody together, has too much waiting already. */
    add(job: Job): boolean {
      const own = waiting.filter(({ ownerId }) => ownerId === job.ownerId).length
      if (own >= perOwner || waiting.length >= total) return false
      waiting.push(job)
      return true
    },
    /** Before all others of its owner: it had its turn and needs another. */
    putBack(job: Job): void {
      waiting.unshift(job)
    },
    remove(job: Job): boolean {
      const before = waiting.length
      waiting = without(job)
      return waiting.length < before
    },
    peek(now: number, mayRun: (job: Job) => boolean = () => true): Job | null {
      const able = waiting.filter((job) => !busy.has(job.ownerId) && mayRun(job))
      const used = able.map(({ ownerId }) => use.of(ownerId, now))
      return able[used.indexOf(Math.min(...used))] ?? null
    },
    began(job: Job): void {
      waiting = without(job)
      busy.add(job.ownerId)
    },
    ended({ ownerId }: Job, ms: number, now: number): void {
      busy.delete(ownerId)
      use.add(ownerId, ms, now)
    },
  }
}

/** Milliseconds each owner used, the older the less they count. */
function useOfLate() {
  const spent = new Map<string, { ms: number; at: number }>()
  const of = (ownerId: string, now: number) => {
    const record = spent.get(ownerId)
    return record === undefined ? 0 : record.ms * 0.5 ** ((now - record.at) / HALF_LIFE_MS)
  }
  return {
    of,
    add(ownerId: string, ms: number, now: number): void {
      for (const other of spent.keys()) if (of(other, now) < FORGOTTEN_MS) spent.delete(other)
      spent.set(ownerId, { ms: of(ownerId, now) + ms, at: now })
    },
  }
}
