import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dossiers } from '@/db/schema/dossiers'
import { calendarFor } from '@/lib/agencies/server'
import type { Calendar, Deadline } from '@/lib/calendar'
import { deadlinePolicy, startClock } from '@/lib/calendar'
import { aCitizen, anOfficer, database, testCtx } from '@/lib/testing'
import type { TestDatabase, TestCtx } from '@/lib/testing'
import { isCountedOverdue } from '../dossier/counted'
import { finishedOnTime, openAndOverdue } from './counted-query'
import { aDossierIn, POLICE } from '../dossier/dossier.fixture'
import { STATES, stateOf } from '../dossier/state'
import { find } from '../dossier/repository'
import { agencyStandings } from './standings'

const NOW = new Date('2026-03-10T03:00:00Z')
const HOUR = 3_600_000
const HELD = ['in_review', 'awaiting_supplement', 'awaiting_approval', 'completed', 'result_returned']

describe('what statistics count as overdue', () => {
  let test: TestDatabase
  let ctx: TestCtx
  let calendar: Calendar

  beforeAll(async () => {
    test = await database()
    ctx = testCtx(test.db, { kind: 'worker', name: 'test' }, NOW)
    calendar = await calendarFor(ctx, POLICE, NOW)
    const applicantId = (await aCitizen(testCtx(test.db))).userId
    const minh = await anOfficer(test.db, 'minh.tran')
    const wish = fc.record({
      state: fc.constantFrom(...Object.keys(STATES).map(stateOf)),
      unit: fc.constantFrom('WORKING_DAYS' as const, 'WORKING_HOURS' as const),
      startedAgo: fc.integer({ min: 1, max: 500 }),
      endedAgo: fc.integer({ min: 0, max: 1200 }).map((tenths) => tenths / 10),
      supplementCount: fc.integer({ min: 0, max: 3 }),
    })
    for (const sample of fc.sample(wish, { numRuns: 120, seed: 11 })) {
      const { state, unit, startedAgo, endedAgo, supplementCount } = sample
      const policy = deadlinePolicy(unit === 'WORKING_DAYS' ? { unit, amount: 5 } : { unit, amount: 12 })
      const deadline: Deadline = startClock(policy, new Date(NOW.getTime() - startedAgo * HOUR), calendar)
      const wasAccepted = !['submitted', 'incomplete', 'not_accepted'].includes(state)
      const completedAt = new Date(NOW.getTime() - endedAgo * HOUR)
      await aDossierIn(test, {
        ...{ state, applicantId, supplementCount, intakeDueAt: new Date(NOW.getTime() + (startedAgo - 250) * HOUR) },
        ...(wasAccepted && { deadline, dueAt: deadline.currentDueAt, originalDueAt: deadline.originalDueAt }),
        ...(HELD.includes(state) && { assigneeId: minh.userId }),
        ...((state === 'completed' || state === 'result_returned') && { completedAt }),
      })
    }
  })
  afterAll(() => test.close())

  it('is one thing in SQL and in TypeScript', async () => {
    const rows = await test.db
      .select({
        id: dossiers.id,
        ...{ actBy: dossiers.actBy, completedAt: dossiers.completedAt, supplementCount: dossiers.supplementCount },
        ...{ isOpenOverdue: openAndOverdue(NOW).mapWith(Boolean), isOnTime: finishedOnTime.mapWith(Boolean) },
      })
      .from(dossiers)
    const seenKinds = { open: new Set<string>(), finished: new Set<string>() }
    for (const row of rows) {
      const dossier = await find(ctx, row.id)
      if (dossier === null) throw new Error('the worker sees every dossier')
      const isOverdue = isCountedOverdue(dossier, NOW, calendar)
      const kind = `${String(isOverdue)}, supplements: ${String(Math.min(row.supplementCount, 2))}`
      if (row.actBy !== null) {
        seenKinds.open.add(kind)
        expect([row.id, dossier.state, row.isOpenOverdue]).toEqual([row.id, dossier.state, isOverdue])
      }
      if (row.completedAt !== null) {
        seenKinds.finished.add(kind)
        expect([row.id, dossier.state, row.isOnTime]).toEqual([row.id, dossier.state, !isOverdue])
      }
    }
    // Both answers were met with one supplement request, and one answer with more.
    for (const kinds of Object.values(seenKinds))
      expect([...kinds].filter((kind) => !kind.endsWith('0')).sort()).toEqual([
        'false, supplements: 1',
        'true, supplements: 1',
        'true, supplements: 2',
      ])
  })

  it('is what overseers read, of what waits and of what was finished', async () => {
    const overseer = await anOfficer(test.db, 'son.dang')
    const standings = await agencyStandings(testCtx(test.db, overseer, NOW))
    if (!standings.ok) throw new Error(standings.error.code)
    const [police] = standings.value.filter(({ agencyCode }) => agencyCode === POLICE)
    const every = await test.db.select().from(dossiers)
    const loaded = await Promise.all(every.map(({ id }) => find(ctx, id)))
    const overdue = new Set(
      loaded.flatMap((dossier) => (dossier && isCountedOverdue(dossier, NOW, calendar) ? [dossier.id] : [])),
    )
    const open = every.filter(({ actBy }) => actBy !== null)
    const finished = every.filter(({ completedAt }) => completedAt !== null)
    expect(police).toMatchObject({
      open: open.length,
      overdue: open.filter(({ id }) => overdue.has(id)).length,
      finished: finished.length,
      onTime: finished.filter(({ id }) => !overdue.has(id)).length,
    })
    expect(finished.length).toBeGreaterThan(0)
  })
})
