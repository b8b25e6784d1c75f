import { getToken } from 'next-auth/jwt'
import type { Actor } from '@/lib/access'
import type { Ctx } from '@/lib/ports'
import { sessionWithUser } from './account-queries'
import { type OpenedCookies, openedCookies } from './opened-cookies'
import { idleEnd, isDueForTouch, isLive, SESSION, touchDue } from './session-policy'
import { touchSession } from './sessions-repository'

/** When the session of this page ends without a further request, when to warn of it, and until when no request need be written down. */
export type SessionClock = { id: string; warnAt: Date; idleEndsAt: Date; endsAt: Date; touchDueAt: Date }
export type Visitor = { actor: Actor; session: SessionClock | null }

export type CookieSettings = { secret: string; isSecure: boolean }

const NOBODY: Visitor = { actor: { kind: 'anonymous' }, session: null }

/** By the secret that opens them. */
const opened = new Map<string, OpenedCookies>()

function openedWith(secret: string): OpenedCookies {
  const cookies = opened.get(secret) ?? openedCookies()
  opened.set(secret, cookies)
  return cookies
}

/** The opaque token inside next-auth's encrypted cookie; null without one that opens. */
export function sessionTokenIn(headers: Headers, { secret, isSecure }: CookieSettings): Promise<string | null> {
  // Nothing but the cookies: by what they are the token is remembered.
  const cookie = headers.get('cookie') ?? ''
  return openedWith(`${String(isSecure)} ${secret}`).token(cookie, async () => {
    const claims = await getToken({ req: { headers: { cookie } }, secret, secureCookie: isSecure })
    const token = claims?.['phien']
    return typeof token === 'string' ? token : null
  })
}

/**
 * Who sends this request: the session row decides, so a revoked, idle or ended session is nobody from the next request
 * on. A request of a live session keeps it awake unless `isQuiet`.
 */
export async function visitorWith(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  token: string | null,
  isQuiet = false,
): Promise<Visitor> {
  const row = token === null ? undefined : await sessionWithUser(db, token, now)
  if (row === undefined || !isLive(row.session, now)) return NOBODY
  const { session, actor } = row
  const isTouched = !isQuiet && isDueForTouch(session, now)
  if (isTouched) await touchSession(db, session.id, now)
  return { actor, session: clockOf(isTouched ? { ...session, seenAt: now } : session) }
}

function clockOf(session: { id: string; seenAt: Date; endsAt: Date; revokedAt: Date | null }): SessionClock {
  const idleEndsAt = idleEnd(session)
  return {
    id: session.id,
    warnAt: new Date(idleEndsAt.getTime() - SESSION.warning),
    idleEndsAt,
    endsAt: session.endsAt,
    touchDueAt: touchDue(session),
  }
}
