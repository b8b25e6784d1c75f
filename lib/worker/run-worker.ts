import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Database } from '@/db/client'
import type { Ctx, Handler, Job, Schedule } from '@/lib/ports'
import { describeError } from '@/lib/processes/server'
import { asJob, dispatch } from './dispatch'
import { startHeartbeat } from './heartbeat'

export type WorkerParts = {
  databaseUrl: string
  db: Database
  handlers: readonly Handler[]
  jobs: readonly Job[]
  schedule: Schedule
  context: (task: string, jobId: string) => Ctx
  log: (level: 'info' | 'warn' | 'error', message: string, detail: Record<string, unknown>) => void
  /** How often the queue is looked at when no notification comes. */
  pollMs?: number
}

export type RunningWorker = { stop: () => Promise<void>; finished: Promise<void> }

const CONCURRENCY = 4

/** Starts the worker with the application's login; it never changes the queue's tables, the migrator does. */
export async function runWorker(parts: WorkerParts): Promise<RunningWorker> {
  const ids = new Set<string>()
  const heartbeat = startHeartbeat(parts.db, ids, (error) => {
    parts.log('warn', 'heartbeat failed', { error: describeError(error) })
  })
  await heartbeat.started
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => ids.add(worker.workerId))
  const runner = await run({
    events,
    connectionString: withApplicationName(parts.databaseUrl),
    maxPoolSize: CONCURRENCY + 2,
    concurrency: CONCURRENCY,
    pollInterval: parts.pollMs ?? 1_000,
    noHandleSignals: true,
    taskList: tasksOf(parts),
    parsedCronItems: parseCronItems(parts.schedule.map(({ task, at }) => ({ task, match: at, identifier: task }))),
    logger: quietLogger(parts),
  })
  return {
    finished: runner.promise,
    async stop() {
      await runner.stop().catch(() => undefined)
      await heartbeat.stop()
    },
  }
}

type Attempt = { id: string; attempts: number; max_attempts: number }

function tasksOf({ handlers, jobs, context, log }: WorkerParts): TaskList {
  const all = [dispatch(handlers), ...handlers.map(asJob), ...jobs]
  const names = all.map((job) => job.task)
  const doubled = names.find((name, index) => names.indexOf(name) !== index)
  if (doubled !== undefined) throw new Error(`two tasks are called ${doubled}`)
  return Object.fromEntries(all.map((job) => [job.task, (payload, { job: row }) => carryOut(job, payload, row)]))

  async function carryOut(job: Job, payload: unknown, row: Attempt): Promise<void> {
    const started = performance.now()
    try {
      await job.run(context(job.task, row.id), payload)
      log('info', 'job done', { task: job.task, job: row.id, ms: Math.round(performance.now() - started) })
    } catch (error) {
      const words = describeError(error)
      const level = row.attempts >= row.max_attempts ? 'error' : 'warn'
      log(level, 'job failed', {
        task: job.task,
        job: row.id,
        attempt: row.attempts,
        of: row.max_attempts,
        error: words,
      })
      // What is thrown stays with the job and is shown on a screen.
      throw new Error(words)
    }
  }
}

/** The library's own lines matter only when something is wrong; the jobs' lines are ours. */
function quietLogger({ log }: WorkerParts): Logger {
  return new Logger(() => (level, message) => {
    if (['error', 'warning'].includes(level)) log('warn', message, {})
  })
}

function withApplicationName(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  url.searchParams.set('application_name', 'mot-cua worker')
  return url.href
}
