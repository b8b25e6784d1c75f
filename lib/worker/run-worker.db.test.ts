import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { addEventJob, eventRecorder, jobAdder } from '@/lib/ledger/server'
import type { Handler, Job } from '@/lib/ports'
import { anonymous, database, testCtx, type TestDatabase } from '@/lib/testing'
import { runWorker, type RunningWorker } from './run-worker'
import { noteUnknownJobs } from './unknown-jobs'

let test: TestDatabase
let worker: RunningWorker | undefined
beforeAll(async () => {
  test = await database({ seeded: false })
})
afterEach(async () => {
  await worker?.stop()
  worker = undefined
  await test.sql`delete from graphile_worker._private_jobs`
})
afterAll(() => test.close())

async function work(parts: { handlers?: Handler[]; jobs?: Job[] }) {
  const log = vi.fn<(level: string, message: string, detail: Record<string, unknown>) => void>()
  worker = await runWorker({
    databaseUrl: test.applicationUrl,
    db: test.db,
    handlers: parts.handlers ?? [],
    jobs: parts.jobs ?? [],
    schedule: [],
    context: () => testCtx(test.db, anonymous),
    log,
    pollMs: 100,
  })
  return log
}

/** What a worker process is told; it reaches nothing but the database here. */
const SETTINGS = {
  ...{ SMTP_URL: 'smtp://127.0.0.1:9', OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'test' },
  ...{
    OIDC_CLIENT_SECRET: 'test',
    AUTH_SECRET: 'x'.repeat(32),
    PERSONAL_DATA_KEY: Buffer.alloc(32).toString('base64'),
  },
}

const record = eventRecorder('dossier', { 'dossier.submitted': z.object({}) })

const numbered = z.object({ n: z.int().optional() })
const addJob = jobAdder({ fail: z.object({ secret: z.string().optional() }), note: numbered, slow: numbered })

const add = (task: 'fail' | 'note' | 'slow', payload: { n?: number; secret?: string } = {}, maxAttempts = 12) =>
  inTransaction(test, (ctx) => addJob(ctx, task, payload, { maxAttempts }))

function listener(task: string, received: string[], on = ['dossier.submitted']): Handler {
  return {
    task,
    on,
    run: (_ctx, { eventId }) => {
      received.push(`${task} ${eventId}`)
      return Promise.resolve()
    },
  }
}

describe('an event', () => {
  it('reaches everybody who listens, once, and nobody else', async () => {
    const received: string[] = []
    await work({
      handlers: [
        listener('tellOne', received),
        listener('tellTwo', received),
        listener('tellNone', received, ['dossier.accepted']),
      ],
    })
    const subject = { kind: 'dossier', id: 'd1' } as const
    const eventId = await inTransaction(testCtx(test.db), (ctx) =>
      record(ctx, 'd1', { type: 'dossier.submitted', data: {} }),
    )
    await vi.waitFor(() => {
      expect(received.toSorted()).toEqual([`tellOne ${eventId}`, `tellTwo ${eventId}`])
    })

    // The dispatch of a worker that died after its transaction is tried again.
    const event = { eventId, type: 'dossier.submitted', subject, data: {} }
    await inTransaction(test, (ctx) => addEventJob(ctx, 'dispatch', event))
    await inTransaction(test, (ctx) => addEventJob(ctx, 'dispatch', event))
    await vi.waitFor(async () => {
      expect(await test.sql`select 1 from graphile_worker._private_jobs`).toHaveLength(0)
    })
    expect(received).toHaveLength(2)
  })

  it('of a transaction that was undone is heard by nobody', async () => {
    const received: string[] = []
    await work({ handlers: [listener('tellOne', received)] })
    const undone = inTransaction(testCtx(test.db), async (ctx) => {
      await record(ctx, 'd2', { type: 'dossier.submitted', data: {} })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await test.sql`select 1 from graphile_worker._private_jobs`).toHaveLength(0)
  })
})

describe('a job that fails', () => {
  const failing: Job = { task: 'fail', run: () => Promise.reject(new Error('the mail server is away')) }

  it('is tried again later, and is visible meanwhile', async () => {
    await work({ jobs: [failing] })
    await add('fail', { secret: 'content' })
    await vi.waitFor(async () => {
      const [row] =
        await test.sql`select task, attempts, last_error, is_final, run_at > now() as later from job_troubles`
      expect(row).toEqual({
        task: 'fail',
        attempts: 1,
        last_error: 'Error: the mail server is away',
        is_final: false,
        later: true,
      })
    })
  })

  it('for good stays visible, is logged as an error, and can be started again', async () => {
    let isBroken = true
    const log = await work({
      jobs: [{ task: 'fail', run: (ctx, payload) => (isBroken ? failing.run(ctx, payload) : Promise.resolve()) }],
    })
    await add('fail', {}, 1)
    await vi.waitFor(async () => {
      const [row] = await test.sql`select id, is_final from job_troubles`
      expect(row?.['is_final']).toBe(true)
    })
    expect(log.mock.calls.some(([level, message]) => level === 'error' && message === 'job failed')).toBe(true)
    isBroken = false
    await test.sql`select graphile_worker.reschedule_jobs(array(select id from job_troubles), run_at => now(), attempts => 0)`
    await vi.waitFor(async () => {
      expect(await test.sql`select 1 from job_troubles`).toHaveLength(0)
    })
  })
})

describe('nothing is lost', () => {
  it('when the database throws every connection out', async () => {
    const received: unknown[] = []
    await work({ jobs: [{ task: 'note', run: (_ctx, payload) => Promise.resolve(void received.push(payload)) }] })
    await add('note', { n: 1 })
    await vi.waitFor(() => {
      expect(received).toHaveLength(1)
    })
    await test.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
    await vi.waitFor(() => add('note', { n: 2 }), { timeout: 10_000 })
    await vi.waitFor(
      () => {
        expect(received).toEqual([{ n: 1 }, { n: 2 }])
      },
      { timeout: 20_000 },
    )
  })

  it('when a worker is killed in the middle of a job: the next one takes it up at once', async () => {
    await add('slow', { n: 1 })
    const victim = spawn(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'lib/worker/killed-worker.fixture.ts'],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...SETTINGS, DATABASE_URL: test.applicationUrl } },
    )
    await once(victim.stdout, 'data')
    victim.kill('SIGKILL')
    await once(victim, 'exit')
    await test.sql`update graphile_worker._private_jobs set locked_at = locked_at - interval '10 seconds'`

    const received: unknown[] = []
    await work({ jobs: [{ task: 'slow', run: (_ctx, payload) => Promise.resolve(void received.push(payload)) }] })
    await vi.waitFor(
      () => {
        expect(received).toEqual([{ n: 1 }])
      },
      { timeout: 10_000 },
    )
  })

  it('and a job whose worker lives is left alone', async () => {
    let runs = 0
    const slow = { task: 'slow', run: () => new Promise<void>((resolve) => setTimeout(resolve, 1_500, (runs += 1))) }
    await work({ jobs: [slow] })
    await add('slow')
    await vi.waitFor(async () => {
      expect(await test.sql`select 1 from graphile_worker._private_jobs where locked_by is not null`).toHaveLength(1)
    })
    await test.sql`update graphile_worker._private_jobs set locked_at = locked_at - interval '10 minutes'`
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    expect(runs).toBe(1)
  })
})

describe('a job of another version', () => {
  const newer = () =>
    test.sql`select graphile_worker.add_job('newer.work', '{}', run_at => now() - interval '2 minutes')`
  const troubles = () => test.sql`select task, attempts, last_error, is_final from job_troubles`

  it('is seen among the failed after a while, others are not', async () => {
    await newer()
    await test.sql`select graphile_worker.add_job('known.work', '{}', run_at => now() - interval '2 minutes')`
    await test.sql`select graphile_worker.add_job('newest.work', '{}')`
    await noteUnknownJobs(test.db, ['known.work', 'with "quotes", {and} more'])
    expect(await troubles()).toEqual([
      { task: 'newer.work', attempts: 0, last_error: expect.stringContaining('No worker') as string, is_final: false },
    ])
  })

  it('is carried out by the first worker that knows it', async () => {
    await newer()
    await noteUnknownJobs(test.db, [])
    expect(await troubles()).toHaveLength(1)
    const payloads: unknown[] = []
    await work({ jobs: [{ task: 'newer.work', run: (_ctx, payload) => Promise.resolve(void payloads.push(payload)) }] })
    await vi.waitFor(async () => {
      expect([payloads, await troubles()]).toEqual([[{}], []])
    })
  })
})

it('refuses two tasks of one name', async () => {
  const twin = listener('twin', [])
  await expect(work({ handlers: [twin, twin] })).rejects.toThrow('two tasks are called twin')
})
