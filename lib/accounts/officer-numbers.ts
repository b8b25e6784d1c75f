import { eq } from 'drizzle-orm'
import { officerNumbers } from '@/db/schema/accounts'
import { userIdOf } from '@/lib/access'
import { record } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import { seal, unseal } from './sealing'

const bound = (owner: string) => ({ purpose: 'officer-number', owner }) as const

/** The personal number recorded of an officer; null while none is. */
export async function officerNumber(ctx: Ctx, userId: string): Promise<string | null> {
  const [row] = await ctx.db.select().from(officerNumbers).where(eq(officerNumbers.userId, userId))
  return row === undefined ? null : unseal(ctx.ports.secrets.personalData, bound(userId), row.personalIdSealed)
}

/** Records whose certificates an officer signs with; the ledger says that it was done and by whom, not the number. */
export async function keepOfficerNumber(ctx: Ctx, userId: string, personalId: string): Promise<void> {
  if ((await officerNumber(ctx, userId)) === personalId) return
  const key = ctx.ports.secrets.personalData
  const personalIdSealed = seal(key, bound(userId), personalId, ctx.random(12))
  const set = { personalIdSealed, recordedAt: ctx.now, recordedBy: userIdOf(ctx.actor) }
  await ctx.db.transaction(async (tx) => {
    await tx
      .insert(officerNumbers)
      .values({ userId, ...set })
      .onConflictDoUpdate({ target: officerNumbers.userId, set })
    await record(tx, ctx, { subject: { kind: 'user', id: userId }, action: 'officer.numberRecorded', data: {} })
  })
}
