import { and, eq, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { inTransaction } from '@/db/client'
import { officerNumbers } from '@/db/schema/accounts'
import { userIdOf } from '@/lib/access'
import { localDate } from '@/lib/calendar'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { staffMember } from './administered'
import { boundNumber, officerNumberTyped } from './officer-number'
import { keyedHash, seal, unseal } from './sealing'
import { recordOnUser } from './acts'

/** The personal number recorded of an officer; null while none is. */
export async function officerNumber(ctx: Ctx, userId: string): Promise<string | null> {
  const [row] = await ctx.db.select().from(officerNumbers).where(eq(officerNumbers.userId, userId))
  return row === undefined ? null : unseal(ctx.ports.secrets.personalData, boundNumber(userId), row.personalIdSealed)
}

/** Whether a number is recorded under which nobody else can be given it. */
export async function isNumberRecorded(ctx: Ctx, userId: string): Promise<boolean> {
  const [row] = await ctx.db.select().from(officerNumbers).where(eq(officerNumbers.userId, userId))
  return (row?.personalIdHash ?? null) !== null
}

/** Records whose certificates an officer signs with from now on, in place of a number recorded before. */
export async function recordOfficerNumber(ctx: Ctx, userId: string, typed: string): Promise<Result<null, DomainError>> {
  if ((await staffMember(ctx, userId))?.signsResults !== true) return err({ code: 'not-found' })
  const number = officerNumberTyped(typed, localDate(ctx.now))
  return number.ok ? keepOfficerNumber(ctx, userId, number.value) : number
}

/** Records a number nobody else has; the ledger says that it was done, by whom and whether one was replaced, not the number. */
export async function keepOfficerNumber(
  ctx: Ctx,
  userId: string,
  personalId: string,
): Promise<Result<null, DomainError>> {
  const key = ctx.ports.secrets.personalData
  const personalIdHash = keyedHash(key, 'officer-number', personalId)
  return inTransaction(ctx, async (ctx) => {
    // Of two officers given one number at once, the second waits and is refused.
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${personalIdHash}, 0))`)
    const holder = await holderOf(ctx.db, userId)
    if (holder?.personalIdHash === personalIdHash) return ok(null)
    if (await isTaken(ctx.db, userId, personalIdHash)) return err({ code: 'officer-number-taken' })
    const personalIdSealed = seal(key, boundNumber(userId), personalId, ctx.random(12))
    const set = { personalIdSealed, personalIdHash, recordedAt: ctx.now, recordedBy: userIdOf(ctx.actor) }
    await ctx.db
      .insert(officerNumbers)
      .values({ userId, ...set })
      .onConflictDoUpdate({ target: officerNumbers.userId, set })
    const data = { isReplaced: holder !== undefined }
    await recordOnUser(ctx, userId, { type: 'officer.numberRecorded', data })
    return ok(null)
  })
}

async function holderOf(tx: Tx, userId: string) {
  const rows = await tx.select().from(officerNumbers).where(eq(officerNumbers.userId, userId)).for('update')
  return rows[0]
}

async function isTaken(tx: Tx, userId: string, personalIdHash: string): Promise<boolean> {
  const others = await tx
    .select({ userId: officerNumbers.userId })
    .from(officerNumbers)
    .where(and(eq(officerNumbers.personalIdHash, personalIdHash), ne(officerNumbers.userId, userId)))
  return others.length > 0
}
