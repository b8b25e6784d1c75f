import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '@/lib/access'
import type { EventType, NoticeRule } from '@/lib/dossiers'
import { EVENT_FACTS } from '@/lib/dossiers'
import { aCitizen, aQueuedEvent, anOfficer, database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import { writeNotices } from './handlers'
import { aDossier, DOSSIER } from './notice.fixture'
import { markNoticesRead, myNotices, unreadNotices } from './server'

const EVENT = '01900000-0000-7000-8000-0000000000e1'

describe('notices', () => {
  let test: TestDatabase
  let an: Person
  const worker = () => testCtx(test.db, { kind: 'worker', name: 'test' })

  beforeAll(async () => {
    test = await database()
    an = await aCitizen(testCtx(test.db))
    await aDossier(test, an)
  })
  afterAll(() => test.close())

  const happening = (type: EventType) => aQueuedEvent(type, DOSSIER, EVENT)

  it('tells the applicant and the desk once, however often the job runs', async () => {
    await writeNotices.run(worker(), happening('dossier.submitted'))
    await writeNotices.run(worker(), happening('dossier.submitted'))
    const mine = await myNotices(testCtx(test.db, an))
    expect(mine).toHaveLength(1)
    expect(mine[0]?.title.vi).toBe('Đã nộp hồ sơ ABCDEFGH12')
    expect(mine[0]?.body.vi).toContain('08:00 thứ Tư 25/11/2026')
    const desk = testCtx(test.db, await anOfficer(test.db, 'hoa.nguyen'))
    expect(await myNotices(desk)).toHaveLength(1)
    expect(await unreadNotices(desk)).toBe(1)
    await markNoticesRead(desk)
    expect(await unreadNotices(desk)).toBe(0)
  })

  it('tells the applicant once that somebody works on it, not at every change of hands', async () => {
    const [minh, lan] = await Promise.all(['minh.tran', 'lan.do'].map((name) => anOfficer(test.db, name)))
    const unit = minh?.grants[0]?.unitId ?? ''
    const assign = async (eventId: string, to: string, previousAssigneeId: string | null) => {
      await test.sql`update dossiers set unit_id = ${unit}, assignee_id = ${to} where id = ${DOSSIER}`
      const data = { assigneeId: to, unitId: unit, previousAssigneeId }
      await writeNotices.run(worker(), { ...happening('dossier.assigned'), eventId, data })
    }
    const countNotices = async (title: string) =>
      (await myNotices(testCtx(test.db, an))).filter((notice) => notice.title.vi.includes(title)).length
    await assign('01900000-0000-7000-8000-0000000000e2', minh?.userId ?? '', null)
    await assign('01900000-0000-7000-8000-0000000000e3', lan?.userId ?? '', minh?.userId ?? '')
    expect(await countNotices('đang được xử lý')).toBe(1)
    expect(await myNotices(testCtx(test.db, lan))).toHaveLength(1)
  })

  it('tells the head of the unit what concerns somebody who is gone, and the leader where there is no head', async () => {
    const [lan, long, dung] = await Promise.all(
      ['lan.do', 'long.vu', 'dung.pham'].map((name) => anOfficer(test.db, name)),
    )
    const leave = (userId: string | undefined) =>
      test.sql`update role_grants set effective_to = '2025-08-01' where user_id = ${userId ?? ''}`
    const tell = async (eventId: string) =>
      writeNotices.run(worker(), { ...happening('dossier.supplemented'), eventId })
    const count = async (who: typeof lan) =>
      (await myNotices(testCtx(test.db, who))).filter(({ title }) => title.vi.includes('đã bổ sung')).length
    await tell('01900000-0000-7000-8000-0000000000e4')
    await leave(lan?.userId)
    await tell('01900000-0000-7000-8000-0000000000e5')
    await leave(long?.userId)
    await tell('01900000-0000-7000-8000-0000000000e6')
    expect([await count(lan), await count(long), await count(dung)]).toEqual([1, 1, 1])
  })

  it('has words or a stated reason for every event', () => {
    for (const [event, { notice }] of Object.entries(EVENT_FACTS)) {
      const rule: NoticeRule = notice
      const audience = [rule.applicant, rule.assignee, rule.leaders, rule.desk].filter((words) => words !== undefined)
      expect(audience.length > 0, event).toBe(rule.none === undefined)
    }
  })
})
