import 'server-only'
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Ctx, Handler, Job, QueuedEvent, TxCtx } from '@/lib/ports'
import { queuedEvent } from './queued-event'

/** The jobs of a module by the name they are queued under (`<module>.<verb>`): the schema of each is what it is told. */
export type JobSchemas = Readonly<Record<string, z.ZodObject>>

/** Those that need to be told nothing, so that the clock can start them. */
export type ClockJob<S extends JobSchemas> = {
  [T in keyof S & string]: Record<string, never> extends z.input<S[T]> ? T : never
}[keyof S & string]

export type JobOptions = { key?: string; runAt?: Date; maxAttempts?: number; queue?: string }

type Transaction = Pick<TxCtx, 'db'>

/**
 * How a module queues its jobs: `(ctx, task, payload, options)`, in the caller's transaction; a waiting job with the same key is
 * replaced, never doubled. What is in no schema, or does not fit it, does not compile.
 */
export function jobAdder<S extends JobSchemas>(schemas: S) {
  return async <T extends keyof S & string>(
    ctx: Transaction,
    task: T,
    payload: z.input<S[T]>,
    options: JobOptions = {},
  ): Promise<void> => {
    schemas[task]?.parse(payload)
    await insertJob(ctx, task, payload, options)
  }
}

type Functions<S extends JobSchemas> = {
  [T in keyof S & string]: (ctx: Ctx, payload: z.output<S[T]>) => Promise<void>
}

/** The same jobs with what carries each of them out, none forgotten; what the queue holds is checked before it is believed. */
export function jobsOf<S extends JobSchemas>(
  schemas: S,
  functions: Functions<S>,
): { [T in keyof S & string]: Job['run'] }
export function jobsOf(schemas: JobSchemas, functions: Functions<JobSchemas>): Record<string, Job['run']> {
  return Object.fromEntries(
    Object.entries(schemas).map(([task, schema]) => [
      task,
      async (ctx: Ctx, payload: unknown) => functions[task]?.(ctx, schema.parse(payload)),
    ]),
  )
}

/** What hands an event on to those who listen; the worker carries it out. */
export const EVENT_JOBS = { dispatch: queuedEvent } as const satisfies JobSchemas
export const addEventJob = jobAdder(EVENT_JOBS)

/** Queues the reaction of one who listens to an event. */
export function addReaction(ctx: Transaction, { task }: Pick<Handler, 'task'>, event: QueuedEvent): Promise<void> {
  return insertJob(ctx, task, event, { key: `event:${event.eventId}:${task}` })
}

async function insertJob({ db }: Transaction, task: string, payload: object, options: JobOptions): Promise<void> {
  await db.execute(sql`select graphile_worker.add_job(
    identifier => ${task}, payload => ${JSON.stringify(payload)}::json, queue_name => ${options.queue ?? null},
    run_at => ${options.runAt?.toISOString() ?? null}::timestamptz, max_attempts => ${options.maxAttempts ?? 12},
    job_key => ${options.key ?? null})`)
}
