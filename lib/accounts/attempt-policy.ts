/** What failures are counted against: the account tried, and the network address they come from. */
export type AttemptKind = 'account' | 'address'

export type Attempts = { failures: number; lastAt: Date; blockedUntil: Date }

/** Failures that cost nothing but the attempt; many officers of one office share an address. */
const FREE: Record<AttemptKind, number> = { account: 5, address: 30 }
const FIRST_WAIT_SECONDS = 30
const LONGEST_WAIT_SECONDS = 900
const FORGOTTEN_AFTER_MS = 60 * 60_000

/** Each failure beyond the free ones doubles the wait, up to a quarter of an hour; an hour of quiet forgets them. */
export function afterFailure(kind: AttemptKind, before: Attempts | null, now: Date): Attempts {
  const isForgotten = before === null || now.getTime() - before.lastAt.getTime() > FORGOTTEN_AFTER_MS
  const failures = isForgotten ? 1 : before.failures + 1
  const beyond = failures - FREE[kind]
  const wait = beyond < 0 ? 0 : Math.min(FIRST_WAIT_SECONDS * 2 ** beyond, LONGEST_WAIT_SECONDS)
  return { failures, lastAt: now, blockedUntil: new Date(now.getTime() + wait * 1000) }
}

/** Whole seconds still to wait; 0 when one may try. */
export function secondsToWait(attempts: Attempts | null, now: Date): number {
  return attempts === null ? 0 : Math.max(0, Math.ceil((attempts.blockedUntil.getTime() - now.getTime()) / 1000))
}
