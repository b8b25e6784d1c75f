import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { signInAttempts } from '@/db/schema/accounts'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { afterFailure, secondsToWait, type AttemptKind } from './attempt-policy'
import { keyedHash } from './sealing'

type Key = { kind: AttemptKind; keyHash: string }

/** What the attempts of this account from this address are counted under. */
export function attemptKeys(ctx: Ctx, account: string, address: string): Key[] {
  const hash = (kind: AttemptKind, value: string) =>
    keyedHash(ctx.ports.secrets.personalData, 'attempt', `${kind}:${value}`)
  return [
    { kind: 'account', keyHash: hash('account', account) },
    { kind: 'address', keyHash: hash('address', address) },
  ]
}

const matches = (keys: readonly Key[]) =>
  or(...keys.map(({ kind, keyHash }) => and(eq(signInAttempts.kind, kind), eq(signInAttempts.keyHash, keyHash))))

/**
 * Counts the attempt before it is judged, so that guesses made at once are all counted; refused while one must wait.
 * `forgiveAttempt` takes it back when it turns out right.
 */
export function countAttempt(ctx: Ctx, keys: readonly Key[]): Promise<Result<void, DomainError>> {
  return inTransaction(ctx, async (ctx) => {
    const fresh = { failures: 0, lastAt: ctx.now, blockedUntil: ctx.now }
    await ctx.db
      .insert(signInAttempts)
      .values(keys.map((key) => ({ ...key, ...fresh })))
      .onConflictDoNothing()
    const rows = await ctx.db
      .select()
      .from(signInAttempts)
      .where(matches(keys))
      .orderBy(signInAttempts.kind)
      .for('update')
    const wait = Math.max(...rows.map((row) => secondsToWait(row, ctx.now)))
    if (wait > 0) return err<DomainError>({ code: 'sign-in-paused', detail: { seconds: wait } })
    for (const row of rows) {
      await ctx.db
        .update(signInAttempts)
        .set(afterFailure(row.kind, row, ctx.now))
        .where(matches([row]))
    }
    return ok(undefined)
  })
}

/** After success: the account starts afresh, the address gets this one attempt back. */
export async function forgiveAttempt(ctx: Ctx, keys: readonly Key[]): Promise<void> {
  await ctx.db
    .update(signInAttempts)
    .set({
      failures: sql`case when ${signInAttempts.kind} = 'account' then 0 else greatest(${signInAttempts.failures} - 1, 0) end`,
      blockedUntil: ctx.now,
    })
    .where(
      inArray(
        signInAttempts.keyHash,
        keys.map((key) => key.keyHash),
      ),
    )
}
