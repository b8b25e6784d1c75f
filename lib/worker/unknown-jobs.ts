import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/** What is said of a job that a version before or after this one queued, under a name nobody here knows. */
const NOBODY = 'No worker that is running carries this work out: an older or a newer version queued it.'

/**
 * The queue passes over jobs it has no function for, in silence. Those that have waited for a minute get a reason, so that they stand
 * on the page of failed work; a worker of another version that knows them still takes them up, with all their attempts before them.
 */
export async function noteUnknownJobs(db: Database, taskNames: readonly string[]): Promise<void> {
  await db.execute(sql`
    update graphile_worker._private_jobs job set last_error = ${NOBODY}, updated_at = now()
    from graphile_worker._private_tasks task
    where task.id = job.task_id and job.last_error is null and job.locked_by is null
      and job.run_at < now() - interval '1 minute'
      and not task.identifier = any(${sql.param(`{${taskNames.map((name) => JSON.stringify(name)).join(',')}}`)}::text[])`)
}
