import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { sessions } from '@/db/schema/accounts'
import type { Ctx, TxCtx } from '@/lib/ports'
import { seal, tokenHash, unseal } from './sealing'
import { SESSION } from './session-policy'
import { recordOnUser } from './acts'

export type SessionRow = typeof sessions.$inferSelect

export type NewSession = {
  userId: string
  device: string
  verifiedAt: Date | null
  /** Of the certificate that signs in, where no person does. */
  certificateSha256?: string
  /** For signing out at the identity provider too. */
  idToken?: string | undefined
}

/** A new session with a token nobody has seen; the one it follows in this browser ends with it. */
export async function openSession(
  ctx: TxCtx,
  { userId, device, verifiedAt, certificateSha256, idToken }: NewSession,
  currentToken: string | null,
): Promise<string> {
  const token = Buffer.from(ctx.random(32)).toString('base64url')
  const id = ctx.newId()
  const rotated = currentToken === null ? [] : [ended(ctx, currentToken)]
  await ctx.db
    .with(...rotated)
    .insert(sessions)
    .values({
      id,
      tokenHash: tokenHash(token),
      userId,
      device,
      createdAt: ctx.now,
      seenAt: ctx.now,
      endsAt: new Date(ctx.now.getTime() + SESSION.life),
      verifiedAt,
      certificateSha256: certificateSha256 ?? null,
      idTokenSealed:
        idToken === undefined
          ? null
          : seal(ctx.ports.secrets.personalData, { purpose: 'id-token', owner: id }, idToken, ctx.random(12)),
    })
  return token
}

/** The session a browser has, ended in the statement that opens the next one. */
function ended(ctx: TxCtx, token: string) {
  return ctx.db.$with('ended').as(
    ctx.db
      .update(sessions)
      .set({ revokedAt: ctx.now, revokedFor: 'rotated', idTokenSealed: null })
      .where(and(eq(sessions.tokenHash, tokenHash(token)), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id }),
  )
}

export async function sessionByToken(db: Database, token: string): Promise<SessionRow | undefined> {
  const [row] = await db
    .select()
    .from(sessions)
    .where(eq(sessions.tokenHash, tokenHash(token)))
    .limit(1)
  return row
}

export async function touchSession(db: Database, id: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ seenAt: now })
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)))
}

/** Sessions of a person that could still be used, the latest first. */
export function openSessionsOf(ctx: Ctx, userId: string): Promise<SessionRow[]> {
  return ctx.db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        gt(sessions.endsAt, ctx.now),
        gt(sessions.seenAt, new Date(ctx.now.getTime() - SESSION.idle)),
      ),
    )
    .orderBy(desc(sessions.seenAt), desc(sessions.id))
}

/** Ends one session of this person; false when there is no such session or it has ended already. */
export async function endSession(
  ctx: TxCtx,
  which: { id: string; userId: string },
  why: 'sign-out' | 'revoked',
): Promise<boolean> {
  const ended = await ctx.db
    .update(sessions)
    .set({ revokedAt: ctx.now, revokedFor: why, idTokenSealed: null })
    .where(and(eq(sessions.id, which.id), eq(sessions.userId, which.userId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id })
  if (ended.length === 0) return false
  await recordOnUser(ctx, which.userId, {
    type: why === 'sign-out' ? 'user.signedOut' : 'user.sessionRevoked',
    data: { sessionId: which.id },
  })
  return true
}

/** Ends every session of this person but one; the number of those that ended. */
export async function endOtherSessions(ctx: TxCtx, keep: { id: string; userId: string }): Promise<number> {
  const others = await ctx.db
    .update(sessions)
    .set({ revokedAt: ctx.now, revokedFor: 'revoked', idTokenSealed: null })
    .where(and(eq(sessions.userId, keep.userId), ne(sessions.id, keep.id), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id })
  if (others.length === 0) return 0
  await recordOnUser(ctx, keep.userId, {
    type: 'user.otherSessionsRevoked',
    data: { sessionIds: others.map(({ id }) => id) },
  })
  return others.length
}

export function idTokenOf(ctx: Ctx, row: SessionRow): string | null {
  if (row.idTokenSealed === null) return null
  return unseal(ctx.ports.secrets.personalData, { purpose: 'id-token', owner: row.id }, row.idTokenSealed)
}
