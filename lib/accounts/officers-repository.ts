import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { officerCredentials, signInChallenges, users } from '@/db/schema/accounts'
import type { Officer } from '@/lib/access'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx, TxCtx } from '@/lib/ports'
import { attemptKeys, countAttempt, forgiveAttempt } from './attempts-repository'
import { acceptedStep } from './one-time-codes'
import { verifyPassword } from './passwords'
import { tokenHash, unseal } from './sealing'
import { openSession } from './sessions-repository'
import { recordOnUser } from './acts'

const CHALLENGE_LIFE_MS = 5 * 60_000

export type Credentials = { username: string; password: string }
export type SecondStep = { challenge: string; code: string }
/** The browser an attempt comes from. */
export type Origin = { address: string; device: string; currentToken: string | null }

/** First step: name and password. The answer is the token of a challenge that the code completes. */
export async function checkPassword(
  ctx: Ctx,
  { username, password }: Credentials,
  { address }: Origin,
): Promise<Result<string, DomainError>> {
  const keys = attemptKeys(ctx, username, address)
  const counted = await countAttempt(ctx, keys)
  if (!counted.ok) return counted
  const [row] = await ctx.db
    .select({ id: users.id, hash: officerCredentials.passwordHash, disabledAt: users.disabledAt })
    .from(officerCredentials)
    .innerJoin(users, eq(users.id, officerCredentials.userId))
    .where(eq(officerCredentials.username, username))
  const isRight = await verifyPassword(password, row?.hash)
  if (row === undefined || !isRight) return err({ code: 'sign-in-failed' })
  if (row.disabledAt !== null) return err({ code: 'account-disabled' })
  await forgiveAttempt(ctx, keys)
  return ok(await openChallenge(ctx, row.id))
}

async function openChallenge(ctx: Ctx, userId: string): Promise<string> {
  const token = Buffer.from(ctx.random(32)).toString('base64url')
  await ctx.db.delete(signInChallenges).where(lt(signInChallenges.expiresAt, ctx.now))
  const expiresAt = new Date(ctx.now.getTime() + CHALLENGE_LIFE_MS)
  await ctx.db.insert(signInChallenges).values({ tokenHash: tokenHash(token), userId, expiresAt })
  return token
}

const openChallengeIs = (token: string, now: Date) =>
  and(
    eq(signInChallenges.tokenHash, tokenHash(token)),
    isNull(signInChallenges.usedAt),
    gt(signInChallenges.expiresAt, now),
  )

/** Second step: the code of the authenticator application. The answer is the session's token. */
export async function checkCode(ctx: Ctx, step: SecondStep, origin: Origin): Promise<Result<string, DomainError>> {
  const [challenge] = await ctx.db.select().from(signInChallenges).where(openChallengeIs(step.challenge, ctx.now))
  if (challenge === undefined) return err({ code: 'challenge-expired' })
  const keys = attemptKeys(ctx, `code:${challenge.userId}`, origin.address)
  const counted = await countAttempt(ctx, keys)
  if (!counted.ok) return counted
  const session = await inTransaction(ctx, (ctx) => completeSignIn(ctx, step, origin))
  if (session.ok) await forgiveAttempt(ctx, keys)
  return session
}

async function completeSignIn(ctx: TxCtx, step: SecondStep, origin: Origin): Promise<Result<string, DomainError>> {
  const [challenge] = await ctx.db
    .select()
    .from(signInChallenges)
    .where(openChallengeIs(step.challenge, ctx.now))
    .for('update')
  if (challenge === undefined) return err({ code: 'challenge-expired' })
  const officer = await takeCode(ctx, challenge.userId, step.code)
  if (!officer.ok) return officer
  await ctx.db
    .update(signInChallenges)
    .set({ usedAt: ctx.now })
    .where(eq(signInChallenges.tokenHash, challenge.tokenHash))
  const { userId } = officer.value
  await recordOnUser({ ...ctx, actor: officer.value }, userId, {
    type: 'user.signedIn',
    data: { by: 'password-and-code', device: origin.device },
  })
  return ok(await openSession(ctx, { userId, device: origin.device, verifiedAt: ctx.now }, origin.currentToken))
}

/** Marks the code's time step as used while the row is locked: of two that send one code, one is let in. */
async function takeCode(ctx: TxCtx, userId: string, code: string): Promise<Result<Officer, DomainError>> {
  const [row] = await ctx.db
    .select({ name: users.name, disabledAt: users.disabledAt, credentials: officerCredentials })
    .from(officerCredentials)
    .innerJoin(users, eq(users.id, officerCredentials.userId))
    .where(eq(officerCredentials.userId, userId))
    .for('update')
  if (row?.disabledAt !== null) return err({ code: 'account-disabled' })
  const secret = unseal(ctx.ports.secrets.personalData, { purpose: 'totp', owner: userId }, row.credentials.totpSealed)
  const used = acceptedStep(secret, code, ctx.now, row.credentials.totpLastStep)
  if (used === null) return err({ code: 'code-refused' })
  await ctx.db.update(officerCredentials).set({ totpLastStep: used }).where(eq(officerCredentials.userId, userId))
  return ok({ kind: 'officer', userId, name: row.name, grants: [] })
}
