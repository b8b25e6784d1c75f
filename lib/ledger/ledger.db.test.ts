import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import { actsOn, brokenAt, eventRecorder, handlerOf, recorder } from './server'

describe('the ledger', () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await database({ seeded: false })
  })
  afterAll(() => test.close())

  const ACTS = {
    'thing.done': z.object({ b: z.int(), a: z.object({ d: z.array(z.int().nullable()), c: z.string() }) }),
  }
  const act = { type: 'thing.done' as const, data: { b: 1, a: { d: [1, null], c: 'é' } } }
  const record = recorder('dossier', ACTS)
  const recordEvent = eventRecorder('dossier', ACTS)

  it('chains the acts on one subject, and notices a changed row', async () => {
    const ctx = testCtx(test.db)
    for (let n = 0; n < 3; n++) await inTransaction(ctx, (ctx) => record(ctx, 'one', act))
    expect(await brokenAt(test.db, 'dossier', 'one')).toBeNull()
    await test.sql`alter table audit_log disable trigger audit_log_is_append_only`
    await test.sql`update audit_log set data = '{"b": 2}' where subject_id = 'one' and entry = 2`
    await test.sql`alter table audit_log enable trigger audit_log_is_append_only`
    expect(await brokenAt(test.db, 'dossier', 'one')).toBe(2)
  })

  it('cannot be rewritten by the application, nor by its owner', async () => {
    const ctx = testCtx(test.db)
    await inTransaction(ctx, (ctx) => record(ctx, 'two', act))
    await expect(test.db.execute(sql`update audit_log set action = 'x'`)).rejects.toThrow()
    await expect(test.db.execute(sql`delete from audit_log`)).rejects.toThrow()
    await expect(test.db.execute(sql`truncate audit_log`)).rejects.toThrow()
    await expect(test.sql`delete from audit_log where subject_id = 'two'`).rejects.toThrow(/append-only/)
  })

  it('keeps the chain whole when several write at once', async () => {
    const ctx = testCtx(test.db)
    const races = await Promise.allSettled([1, 2, 3].map(() => inTransaction(ctx, (ctx) => record(ctx, 'three', act))))
    const written = races.filter(({ status }) => status === 'fulfilled').length
    const [row] = await test.sql`select count(*)::int as rows from audit_log where subject_id = 'three'`
    expect(row?.['rows']).toBe(written)
    expect(await brokenAt(test.db, 'dossier', 'three')).toBeNull()
  })

  it('queues the event with the act, and nothing when the transaction fails', async () => {
    const ctx = testCtx(test.db)
    await inTransaction(ctx, (ctx) => recordEvent(ctx, 'four', act))
    const failing = inTransaction(ctx, async (ctx) => {
      await recordEvent(ctx, 'five', act)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const jobs = await test.sql`select key from graphile_worker.jobs where task_identifier = 'dispatch'`
    expect(jobs).toHaveLength(1)
  })

  it('keeps what an act’s schema names and nothing else, and refuses what does not fit it', async () => {
    const ctx = testCtx(test.db)
    const more = { ...act.data, name: 'Nguyễn Văn An' }
    await inTransaction(ctx, (ctx) => record(ctx, 'six', { ...act, data: more }, { from: 'a' }))
    const [stored] = await actsOn(test.db, 'dossier', 'six')
    expect(stored?.data).toEqual({ ...act.data, from: 'a' })
    const fraction = { ...act.data, b: 0.5 }
    await expect(inTransaction(ctx, (ctx) => record(ctx, 'seven', { ...act, data: fraction }))).rejects.toThrow()
    expect(await actsOn(test.db, 'dossier', 'seven')).toEqual([])
  })

  it('gives a handler what its schemas name, typed, and what is none of it to nobody', async () => {
    const numbers: number[] = []
    const handler = handlerOf(ACTS, {
      task: 'listen',
      run: (_, event) => Promise.resolve(void numbers.push(event.data.b)),
    })
    const event = { eventId: 'e', subject: { kind: 'dossier', id: 'd' } }
    await handler.run(testCtx(test.db), { ...event, ...act })
    expect(handler.on).toEqual(['thing.done'])
    expect(() => handler.run(testCtx(test.db), { ...event, type: 'thing.done', data: {} })).toThrow(/none/)
    expect(() => handler.run(testCtx(test.db), { ...event, type: 'other', data: act.data })).toThrow(/none/)
    expect(numbers).toEqual([1])
  })
})
