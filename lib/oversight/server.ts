import 'server-only'
import { desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { jobTroubles } from '@/db/schema/worker'
import { holdsAnywhere, userIdOf } from '@/lib/access'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import { recorder } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'

export type TroubledJob = typeof jobTroubles.$inferSelect

const recordOnOperator = recorder('user', {
  'job.retried': z.object({ jobId: z.int(), task: z.string(), key: z.string().nullable() }),
})

const mayOperate = (ctx: Ctx) => holdsAnywhere(ctx.actor, ['systemAdmin'])

/** Work that failed at least once, the given-up first; only for those who run the portal. */
export async function troubledJobs(ctx: Ctx): Promise<Result<TroubledJob[], DomainError>> {
  if (!mayOperate(ctx)) return err({ code: 'forbidden' })
  return ok(
    await ctx.db.select().from(jobTroubles).orderBy(desc(jobTroubles.isFinal), desc(jobTroubles.updatedAt)).limit(100),
  )
}

/** Lets a job be tried again at once, with all its attempts before it. */
export async function retryJob(ctx: Ctx, id: number): Promise<Result<null, DomainError>> {
  if (!mayOperate(ctx)) return err({ code: 'forbidden' })
  return inTransaction(ctx, async (ctx) => {
    const [job] = await ctx.db
      .select({ task: jobTroubles.task, key: jobTroubles.key })
      .from(jobTroubles)
      .where(eq(jobTroubles.id, id))
      .limit(1)
    if (job === undefined) return err({ code: 'not-found' })
    await ctx.db.execute(
      sql`select graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => now(), attempts => 0)`,
    )
    await recordOnOperator(ctx, userIdOf(ctx.actor) ?? '', { type: 'job.retried', data: { jobId: id, ...job } })
    return ok(null)
  })
}
