import 'server-only'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { dossiers } from '@/db/schema/dossiers'
import { identifierHash } from '@/lib/accounts/server'
import { jobAdder } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import { numbersIn } from './search-numbers'

export const NUMBER_JOBS = { 'dossiers.fillNumbers': z.object({ after: z.uuid().optional() }) }
const addNumberJob = jobAdder(NUMBER_JOBS)
const BATCH = 200

/**
 * Writes the hashes of numbers of dossiers that were handed in before these were kept, a batch at a time: they add nothing
 * that was said, so the dossier has no new version. What a supplement has written meanwhile stays.
 */
export async function fillNumbers(ctx: Ctx, { after }: { after?: string | undefined }): Promise<void> {
  const isBare = eq(dossiers.numberHashes, sql`'{}'`)
  const rows = await ctx.db
    .select({ id: dossiers.id, version: dossiers.version, answers: dossiers.answers, facts: dossiers.facts })
    .from(dossiers)
    .where(and(isBare, after === undefined ? undefined : gt(dossiers.id, after)))
    .orderBy(asc(dossiers.id))
    .limit(BATCH)
  await inTransaction(ctx, async (ctx) => {
    for (const { id, version, answers, facts } of rows) {
      const numberHashes = numbersIn(answers, facts).map((identifier) => identifierHash(ctx, identifier))
      if (numberHashes.length === 0) continue
      await ctx.db
        .update(dossiers)
        .set({ numberHashes })
        .where(and(eq(dossiers.id, id), eq(dossiers.version, version), isBare))
    }
    const last = rows.length === BATCH ? rows.at(-1) : undefined
    if (last === undefined) return
    await addNumberJob(ctx, 'dossiers.fillNumbers', { after: last.id }, { key: 'dossiers.fill-numbers' })
  })
}
