import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { jobAdder } from '@/lib/ledger/server'
import { anOfficer, database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import { retryJob, failedJobs } from './server'

const addJob = jobAdder({ 'notices.deliver': z.object({ noticeId: z.string() }) })

describe('work that failed', () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await database()
  })
  afterAll(() => test.close())

  it('is seen and tried again by the administrator only', async () => {
    const [admin, desk] = await Promise.all([anOfficer(test.db, 'quan.tri'), anOfficer(test.db, 'hoa.nguyen')])
    const ctx = testCtx(test.db, admin)
    await inTransaction(test, (ctx) =>
      addJob(ctx, 'notices.deliver', { noticeId: 'x' }, { key: 'broken', maxAttempts: 1 }),
    )
    await test.sql`update graphile_worker._private_jobs set attempts = 1, last_error = 'mail server away' where key = 'broken'`
    const jobs = await failedJobs(ctx)
    expect(jobs).toMatchObject({
      ok: true,
      value: [{ task: 'notices.deliver', isFinal: true, lastError: 'mail server away' }],
    })
    const id = jobs.ok ? (jobs.value[0]?.id ?? 0) : 0
    expect(await failedJobs(testCtx(test.db, desk))).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await retryJob(testCtx(test.db, desk), id)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await retryJob(ctx, id)).toMatchObject({ ok: true })
    const [job] = await test.sql`select attempts from graphile_worker._private_jobs where key = 'broken'`
    expect(job?.['attempts']).toBe(0)
    expect(await retryJob(ctx, 999_999)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})
