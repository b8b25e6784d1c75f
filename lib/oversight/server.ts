import 'server-only'
import { desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { failedJobsView } from '@/db/schema/worker'
import { holdsAnywhere, userIdOf } from '@/lib/access'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import { recorder } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'

export type FailedJob = typeof failedJobsView.$inferSelect

const recordOnOperator = recorder('user', {
  'job.retried': z.object({ jobId: z.int(), task: z.string(), key: z.string().nullable() }),
})

const mayOperate = (ctx: Ctx) => holdsAnywhere(ctx.actor, ['systemAdmin'])

/** Work that failed at least once, the given-up first; only for those who run the portal. */
export async function failedJobs(ctx: Ctx): Promise<Result<FailedJob[], DomainError>> {
  if (!mayOperate(ctx)) return err({ code: 'forbidden' })
  return ok(
    await ctx.db
      .select()
      .from(failedJobsView)
      .orderBy(desc(failedJobsView.isFinal), desc(failedJobsView.updatedAt))
      .limit(100),
  )
}

/** Lets a job be tried again at once, with all its attempts before it. */
export async function retryJob(ctx: Ctx, id: number): Promise<Result<null, DomainError>> {
  if (!mayOperate(ctx)) return err({ code: 'forbidden' })
  return inTransaction(ctx, async (ctx) => {
    const [job] = await ctx.db
      .select({ task: failedJobsView.task, key: failedJobsView.key })
      .from(failedJobsView)
      .where(eq(failedJobsView.id, id))
      .limit(1)
    if (job === undefined) return err({ code: 'not-found' })
    await ctx.db.execute(
      sql`select graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => now(), attempts => 0)`,
    )
    await recordOnOperator(ctx, userIdOf(ctx.actor) ?? '', { type: 'job.retried', data: { jobId: id, ...job } })
    return ok(null)
  })
}
