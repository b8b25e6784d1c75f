import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unitId } from '@/db/unit-id'
import type { Officer } from '@/lib/access'
import { identifierHash } from '@/lib/accounts/server'
import { aCitizen, anOfficer, database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import { assignMany } from '../operations/assign-many'
import { desk } from './desk'
import { aDossierIn, POLICE } from '../dossier/dossier.fixture'
import { STATES, stateOf } from '../dossier/state'
import type { Queue } from './queues'
import { QUEUES, queueAt, queuesFor } from './queues'

const NOW = new Date('2026-03-10T03:00:00Z')
const DAY = 86_400_000
const EVERY = Object.values(QUEUES).flatMap(({ slug }) => queueAt(slug) ?? [])
const IN_HANDS = [
  'in_review',
  'awaiting_supplement',
  'awaiting_approval',
  'withdrawal_requested',
  'completed',
  'result_returned',
]
const COUNT = 90
const MARKED = new Map<Queue, string>([
  ['overdue', 'overdue'],
  ['nearDue', 'near'],
])

describe('the desk', () => {
  let test: TestDatabase
  let applicantId: string
  let people: Record<'desk' | 'minh' | 'lan' | 'head' | 'leader' | 'moved', Officer>
  const as = (who: Officer) => testCtx(test.db, who, NOW)

  beforeAll(async () => {
    test = await database()
    applicantId = (await aCitizen(testCtx(test.db))).userId
    const [hoa, minh, lan, head, leader, moved] = await Promise.all(
      ['hoa.nguyen', 'minh.tran', 'lan.do', 'long.vu', 'dung.pham', 'tung.bui'].map((who) => anOfficer(test.db, who)),
    )
    if (!hoa || !minh || !lan || !head || !leader || !moved) throw new Error('the demo officers are missing')
    people = { desk: hoa, minh, lan, head, leader, moved }
    await test.sql`insert into role_grants (id, user_id, role, agency_code, unit_id, effective_from, effective_to)
      values (gen_random_uuid(), ${moved.userId}, 'caseOfficer', ${POLICE}, null, '2025-01-01', '2026-03-05')`
    const states = Object.keys(STATES).map(stateOf)
    const row = fc.record({
      state: fc.constantFrom(...states),
      days: fc.integer({ min: -12, max: 12 }),
      holder: fc.constantFrom(minh.userId, lan.userId, moved.userId),
      procedure: fc.constantFrom('p1', 'p2'),
      isElsewhere: fc.boolean(),
    })
    for (const [at, wish] of fc.sample(row, { numRuns: COUNT, seed: 7 }).entries()) {
      const due = new Date(NOW.getTime() + wish.days * DAY)
      const id = await aDossierIn(test, {
        ...{ state: wish.state, applicantId, intakeDueAt: due, stateSince: new Date(due.getTime() - at * 1000) },
        ...(IN_HANDS.includes(wish.state) && { assigneeId: wish.holder }),
        ...(wish.isElsewhere && wish.state === 'accepted' && { unitId: unitId(POLICE, 'DKX') }),
      })
      await test.sql`update dossiers set procedure_code = ${wish.procedure},
        due_at = case when due_at is null then null else ${due}::timestamptz end where id = ${id}`
    }
  })
  afterAll(() => test.close())

  async function everyRow(who: Officer, queue: Queue, filter: { procedureCode?: string; holderId?: string }) {
    const rows = []
    let cursor: string | undefined
    do {
      const page = await desk(as(who), { queue: QUEUES[queue].slug, cursor, ...filter })
      rows.push(...page.rows)
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    return rows
  }

  /** Every queue of somebody under a filter: count against list, tab against mark; how many rows there were. */
  async function agreeing(who: Officer, filter: { procedureCode?: string; holderId?: string }): Promise<number> {
    let rowCount = 0
    const { counts, shown } = await desk(as(who), filter)
    const all = await everyRow(who, 'all', filter)
    for (const queue of EVERY.filter((queue) => shown.includes(queue) && queue !== 'all')) {
      const ids = (await everyRow(who, queue, filter)).map(({ id }) => id)
      rowCount += ids.length
      expect([who.name, queue, filter, counts[queue]]).toEqual([who.name, queue, filter, ids.length])
      expect(new Set(ids).size).toBe(ids.length)
      const mark = MARKED.get(queue)
      if (mark === undefined) continue
      const marked = all.filter((row) => row.mark === mark).map(({ id }) => id)
      expect(ids.sort()).toEqual(marked.sort())
    }
    return rowCount
  }

  it('counts in each queue under each filter what its list holds, and marks a row as its tab says', async () => {
    let rowCount = 0
    const filters = [undefined, 'p1'].flatMap((procedureCode) =>
      [undefined, people.minh.userId, people.moved.userId].map((holderId) => ({
        ...(procedureCode && { procedureCode }),
        ...(holderId && { holderId }),
      })),
    )
    for (const who of [people.desk, people.minh, people.head, people.leader])
      for (const filter of filters) rowCount += await agreeing(who, filter)
    expect(rowCount).toBeGreaterThan(100)
  }, 240_000)

  it('shows the head what nobody attends to any more, and a way to pass all of it on at once', async () => {
    const before = await everyRow(people.head, 'unattended', {})
    expect(before.length).toBeGreaterThan(0)
    for (const row of before) expect(row.assigneeId).toBe(people.moved.userId)
    const form = new FormData()
    form.set('nguoi-nhan', people.lan.userId)
    for (const { id, version } of before) form.append('chon', `${id}~${String(version)}`)
    const [stale] = before
    form.append('chon', `${stale?.id ?? ''}~${String((stale?.version ?? 0) + 7)}`)
    const done = await assignMany(as(people.head), form)
    expect(done).toMatchObject({
      ok: true,
      value: { done: before.length, failed: [{ id: stale?.id, error: { code: 'changed-meanwhile' } }] },
    })
    expect(await everyRow(people.head, 'unattended', {})).toEqual([])
    const [log] = await test.sql`select count(*)::int as acts from audit_log where action = 'dossier.assigned'`
    expect(log?.['acts']).toBe(before.length)
  })

  it('passes nothing on for whoever may not, and to nobody who cannot see it', async () => {
    const [row] = await everyRow(people.head, 'awaitingApproval', {})
    const form = (to: string) => {
      const data = new FormData()
      data.set('nguoi-nhan', to)
      data.append('chon', `${row?.id ?? ''}~${String(row?.version)}`)
      return data
    }
    expect(await assignMany(as(people.minh), form(people.lan.userId))).toMatchObject({
      value: { done: 0, failed: [{ error: { code: 'forbidden' } }] },
    })
    expect(await assignMany(as(people.head), form(people.moved.userId))).toMatchObject({
      value: { done: 0, failed: [{ error: { issues: [{ code: 'notAssignable' }] } }] },
    })
    expect(await assignMany(as(people.head), new FormData())).toMatchObject({ ok: false })
  })

  it('begins for each role with what it comes for, and has none for those who work on no dossiers', () => {
    expect(queuesFor(['registrar'])?.first).toBe('toReturn')
    expect(queuesFor(['agencyLeader'])?.first).toBe('awaitingApproval')
    expect(queuesFor(['caseOfficer'])?.first).toBe('mine')
    expect(queuesFor(['oneStopOfficer', 'caseOfficer'])?.first).toBe('new')
    for (const role of ['nationalOverseer', 'systemAdmin'] as const) expect(queuesFor([role])).toBeNull()
  })

  it('finds by the end of a code, a telephone, a licence number and an officer, and says how many there are', async () => {
    const phone = identifierHash(as(people.desk), '0912345678')
    const ids = []
    for (let at = 0; at < 45; at += 1)
      ids.push(
        await aDossierIn(test, {
          state: 'in_review',
          applicantId,
          assigneeId: people.minh.userId,
          numberHashes: [phone],
        }),
      )
    const [row] =
      await test.sql`select dossier_code as code, submission_code as number from dossiers where id = ${ids[0] ?? ''}`
    const find = (q: string, cursor?: string) => desk(as(people.desk), { q, cursor })
    for (const end of [String(row?.['code']).slice(-11), String(row?.['number']).slice(-4)])
      expect((await find(end)).rows.map(({ id }) => id)).toContain(ids[0])
    const byPhone = await find('0912 345 678')
    expect([byPhone.rows.length, byPhone.matches]).toEqual([20, { total: 45, isMore: false }])
    const second = await find('0912.345.678', byPhone.next ?? undefined)
    const third = await find('+84912345678', second.next ?? undefined)
    expect(new Set([...byPhone.rows, ...second.rows, ...third.rows].map(({ id }) => id))).toEqual(new Set(ids))
    expect(third.next).toBeNull()
    const byHolder = await find('trần văn minh')
    expect(byHolder.matches?.total).toBeGreaterThanOrEqual(45)
    for (const { assigneeId } of byHolder.rows) expect(assigneeId).toBe(people.minh.userId)
    expect((await find('0987654321')).rows).toEqual([])
  })
})
