import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import { brokenAt, record } from './server'

describe('the ledger', () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await database({ seeded: false })
  })
  afterAll(() => test.close())

  const act = (id: string, action = 'dossier.accepted') => ({
    subject: { kind: 'dossier' as const, id },
    action,
    data: { b: 1, a: { d: [1, null], c: 'é' } },
  })

  it('chains the acts on one subject, and notices a changed row', async () => {
    const ctx = testCtx(test.db)
    for (let n = 0; n < 3; n++) await inTransaction(ctx, (ctx) => record(ctx, act('one')))
    expect(await brokenAt(test.db, 'dossier', 'one')).toBeNull()
    await test.sql`alter table audit_log disable trigger audit_log_is_append_only`
    await test.sql`update audit_log set data = '{"b": 2}' where subject_id = 'one' and entry = 2`
    await test.sql`alter table audit_log enable trigger audit_log_is_append_only`
    expect(await brokenAt(test.db, 'dossier', 'one')).toBe(2)
  })

  it('cannot be rewritten by the application, nor by its owner', async () => {
    const ctx = testCtx(test.db)
    await inTransaction(ctx, (ctx) => record(ctx, act('two')))
    await expect(test.db.execute(sql`update audit_log set action = 'x'`)).rejects.toThrow()
    await expect(test.db.execute(sql`delete from audit_log`)).rejects.toThrow()
    await expect(test.db.execute(sql`truncate audit_log`)).rejects.toThrow()
    await expect(test.sql`delete from audit_log where subject_id = 'two'`).rejects.toThrow(/append-only/)
  })

  it('keeps the chain whole when several write at once', async () => {
    const ctx = testCtx(test.db)
    const races = await Promise.allSettled([1, 2, 3].map(() => inTransaction(ctx, (ctx) => record(ctx, act('three')))))
    const written = races.filter(({ status }) => status === 'fulfilled').length
    const [row] = await test.sql`select count(*)::int as rows from audit_log where subject_id = 'three'`
    expect(row?.['rows']).toBe(written)
    expect(await brokenAt(test.db, 'dossier', 'three')).toBeNull()
  })

  it('queues the event with the act, and nothing when the transaction fails', async () => {
    const ctx = testCtx(test.db)
    await inTransaction(ctx, (ctx) => record(ctx, { ...act('four'), isEvent: true }))
    const failing = inTransaction(ctx, async (ctx) => {
      await record(ctx, { ...act('five'), isEvent: true })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const jobs = await test.sql`select key from graphile_worker.jobs where task_identifier = 'dispatch'`
    expect(jobs).toHaveLength(1)
  })
})
