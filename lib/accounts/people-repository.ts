import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { inTransaction } from '@/db/client'
import { identities, users } from '@/db/schema/accounts'
import { userIdOf, type Person } from '@/lib/access'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx, TxCtx } from '@/lib/ports'
import { factsFrom, holderOf, type IdentityClaims } from './claims'
import { keyedHash, seal } from './sealing'
import { openSession } from './sessions-repository'
import { NEVER_VERIFIED } from './verification'
import { recordOnUser } from './acts'

export type ProvenIdentity = {
  issuer: string
  claims: IdentityClaims
  /** When a second factor was given, where one was asked for and given. */
  verifiedAt: Date | null
  idToken: string
  device: string
  /** The session this browser has now. */
  currentToken: string | null
}

/** Finds or creates the person, refreshes the facts and opens a session; the answer is the session's token. */
export function signInPerson(ctx: Ctx, identity: ProvenIdentity): Promise<Result<string, DomainError>> {
  return inTransaction(ctx, async (ctx) => {
    const person = await personFor(ctx, identity)
    if (!person.ok) return person
    const { userId } = person.value
    await recordOnUser({ ...ctx, actor: person.value }, userId, {
      type: identity.verifiedAt === null ? 'user.signedIn' : 'user.verified',
      data: { by: 'openid', assurance: person.value.assurance, device: identity.device },
    })
    const { device, verifiedAt, idToken } = identity
    return ok(await openSession(ctx, { userId, device, verifiedAt, idToken }, identity.currentToken))
  })
}

async function personFor(ctx: TxCtx, identity: ProvenIdentity): Promise<Result<Person, DomainError>> {
  const { issuer, claims, verifiedAt } = identity
  const account = await lockedBySubject(ctx.db, issuer, claims.sub)
  const refusal = refusalOf(account, verifiedAt === null ? null : userIdOf(ctx.actor))
  if (refusal !== null) return err(refusal)
  const { kind, name } = holderOf(claims)
  const userId = await keepUser(ctx, account, { kind, name })
  await keepFacts(ctx, userId, identity)
  return ok({ kind, userId, name, assurance: claims.loAs, verifiedAt: verifiedAt ?? NEVER_VERIFIED })
}

type Account = Pick<typeof users.$inferSelect, 'id' | 'kind' | 'name' | 'disabledAt'>

/** `confirming` is the account in use while it confirms itself: nobody else may take its place. */
function refusalOf(account: Account | undefined, confirming: string | null) {
  if (account !== undefined && account.disabledAt !== null) return { code: 'account-disabled' } as const
  return confirming === null || confirming === account?.id ? null : ({ code: 'not-the-same-person' } as const)
}

/** Locked, known or not: two sign-ins of one person make one account and write its chain one after the other. */
async function lockedBySubject(tx: Tx, issuer: string, subject: string): Promise<Account | undefined> {
  const account = await accountBySubject(tx, issuer, subject)
  if (account !== undefined) return account
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 0))`)
  // Whoever held the lock may have made it.
  return accountBySubject(tx, issuer, subject)
}

async function accountBySubject(tx: Tx, issuer: string, subject: string): Promise<Account | undefined> {
  const [row] = await tx
    .select({ id: users.id, kind: users.kind, name: users.name, disabledAt: users.disabledAt })
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
    .for('update', { of: users })
  return row
}

type Named = { kind: 'citizen' | 'business'; name: string }

async function keepUser(ctx: TxCtx, account: Account | undefined, named: Named): Promise<string> {
  if (account === undefined) {
    const id = ctx.newId()
    await ctx.db.insert(users).values({ id, ...named, locale: ctx.locale, createdAt: ctx.now })
    return id
  }
  if (account.kind !== named.kind || account.name !== named.name)
    await ctx.db.update(users).set(named).where(eq(users.id, account.id))
  return account.id
}

async function keepFacts(ctx: TxCtx, userId: string, { issuer, claims }: ProvenIdentity): Promise<void> {
  const key = ctx.ports.secrets.personalData
  const proven = {
    assurance: claims.loAs,
    identifierHash: keyedHash(key, 'identifier', holderOf(claims).identifier),
    factsSealed: seal(key, { purpose: 'facts', owner: userId }, JSON.stringify(factsFrom(claims)), ctx.random(12)),
    refreshedAt: ctx.now,
  }
  await ctx.db
    .insert(identities)
    .values({ userId, issuer, subject: claims.sub, ...proven })
    .onConflictDoUpdate({ target: identities.userId, set: proven })
}
