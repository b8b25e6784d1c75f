type Bucket = { left: number; at: number }

export type Allowance = {
  /** Whether `who` may ask once more at `now` (milliseconds). */
  take: (who: string, now: number) => boolean
}

/** Addresses remembered at most; beyond it the one unheard of longest starts anew. */
const MOST = 50_000

/** Each asker may ask `perMinute` times at once and regains that many a minute. */
export function createAllowance(perMinute: number): Allowance {
  const buckets = new Map<string, Bucket>()
  return {
    take(who, now) {
      const before = buckets.get(who) ?? { left: perMinute, at: now }
      const regained = ((now - before.at) / 60_000) * perMinute
      const left = Math.min(perMinute, before.left + Math.max(0, regained))
      buckets.delete(who)
      buckets.set(who, { left: left >= 1 ? left - 1 : left, at: now })
      const oldest = buckets.size > MOST ? buckets.keys().next().value : undefined
      if (oldest !== undefined) buckets.delete(oldest)
      return left >= 1
    },
  }
}
