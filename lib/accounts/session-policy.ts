const MINUTE = 60_000

/** How long a session lives, in milliseconds. */
export const SESSION = {
  /** Without any request. */
  idle: 30 * MINUTE,
  /** Before the idle end, when pages begin to warn. */
  warning: 5 * MINUTE,
  /** From sign-in, whatever happens. */
  life: 12 * 60 * MINUTE,
  /** Requests closer together than this are not written down one by one. */
  touchEvery: MINUTE,
  /** For how long a second factor counts as recent. */
  verification: 15 * MINUTE,
} as const

export type SessionTimes = { seenAt: Date; endsAt: Date; revokedAt: Date | null }

/** When the session ends if nothing more happens. */
export function idleEnd({ seenAt, endsAt }: SessionTimes): Date {
  return new Date(Math.min(seenAt.getTime() + SESSION.idle, endsAt.getTime()))
}

export function isLive(session: SessionTimes, now: Date): boolean {
  return session.revokedAt === null && now < idleEnd(session)
}

/** From when on a request is written down. */
export function touchDue({ seenAt }: Pick<SessionTimes, 'seenAt'>): Date {
  return new Date(seenAt.getTime() + SESSION.touchEvery)
}

export function isDueForTouch(session: SessionTimes, now: Date): boolean {
  return now >= touchDue(session)
}
