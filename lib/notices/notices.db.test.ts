import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '@/lib/access'
import { seal } from '@/lib/accounts/server'
import type { EventType, NoticeRule } from '@/lib/dossiers'
import { EVENT_FACTS } from '@/lib/dossiers'
import { aCitizen, aHappening, anOfficer, database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import { mailNotice, writeNotices } from './handlers'
import { markNoticesRead, myNotices, unreadNotices } from './server'

const DOSSIER = '01900000-0000-7000-8000-0000000000d1'
const DRAFT = '01900000-0000-7000-8000-0000000000d0'
const EVENT = '01900000-0000-7000-8000-0000000000e1'

describe('notices', () => {
  let test: TestDatabase
  let an: Person
  const worker = () => testCtx(test.db, { kind: 'worker', name: 'test' })

  beforeAll(async () => {
    test = await database()
    an = await aCitizen(testCtx(test.db))
    const revision = '01900000-0000-7000-8000-0000000000f1'
    await test.sql`insert into drafts (id, owner_id, procedure_code, revision_id, created_at, saved_at) values (${DRAFT}, ${an.userId}, '1.002809', ${revision}, now(), now())`
    await test.sql`
      insert into dossiers (id, draft_id, submission_code, procedure_code, procedure_name, revision_id, case_code, submitter_id, applicant_id,
        applicant_name, applicant_search, answers, facts, fee, state, agency_code, receiving_agency_code, submitted_at, intake_due_at, state_since, held_since)
      values (${DOSSIER}, ${DRAFT}, 'ABCDEFGH12', '1.002809', '{"vi":"Đổi giấy phép lái xe","en":"Licence"}', ${revision}, 'EXPIRED', ${an.userId}, ${an.userId},
        'Nguyễn Văn An', 'nguyen van an', '{}', '{}', '{"items":[],"total":0}', 'submitted', 'G01.126.08', 'G01.126.08', now(), '2026-11-25T01:00:00Z', now(), now())`
  })
  afterAll(() => test.close())

  const happening = (type: EventType) => aHappening(type, DOSSIER, EVENT)

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

  it('mails it once, with a link and nothing of the dossier’s content', async () => {
    const [notice] = await myNotices(testCtx(test.db, an))
    const ctx = worker()
    await mailNotice(ctx, { noticeId: notice?.id })
    await mailNotice(ctx, { noticeId: notice?.id })
    expect(ctx.ports.mailer.sent).toHaveLength(1)
    expect(ctx.ports.mailer.sent[0]).toMatchObject({ to: 'an@example.vn', subject: 'Đã nộp hồ sơ ABCDEFGH12' })
    expect(ctx.ports.mailer.sent[0]?.text).toContain(`/ho-so/${DOSSIER}`)
    expect(ctx.ports.mailer.sent[0]?.text).not.toContain('001090000001')
  })

  it('leads officers to their desk, not to the applicant’s page', async () => {
    const [notice] = await myNotices(testCtx(test.db, await anOfficer(test.db, 'hoa.nguyen')))
    const ctx = worker()
    const owner = notice?.userId ?? ''
    const facts = JSON.stringify({ 'person.email': 'hoa@example.vn' })
    const sealed = seal(ctx.ports.secrets.personalData, { purpose: 'facts', owner }, facts, ctx.random(16))
    await test.sql`insert into identities (user_id, issuer, subject, assurance, identifier_hash, facts_sealed, refreshed_at)
      values (${owner}, 'test', 'hoa', 2, 'none', ${Buffer.from(sealed)}, now())`
    await mailNotice(ctx, { noticeId: notice?.id })
    expect(ctx.ports.mailer.sent).toMatchObject([{ to: 'hoa@example.vn' }])
    expect(ctx.ports.mailer.sent[0]?.text).toContain(`http://localhost:3000/can-bo/ho-so/${DOSSIER}`)
  })

  it('tells the applicant once that somebody works on it, not at every change of hands', async () => {
    const [minh, lan] = await Promise.all(['minh.tran', 'lan.do'].map((name) => anOfficer(test.db, name)))
    const unit = minh?.grants[0]?.unitId ?? ''
    const assign = async (eventId: string, to: string, previousAssigneeId: string | null) => {
      await test.sql`update dossiers set unit_id = ${unit}, assignee_id = ${to} where id = ${DOSSIER}`
      const data = { assigneeId: to, unitId: unit, previousAssigneeId }
      await writeNotices.run(worker(), { ...happening('dossier.assigned'), eventId, data })
    }
    const heard = async (title: string) =>
      (await myNotices(testCtx(test.db, an))).filter((notice) => notice.title.vi.includes(title)).length
    await assign('01900000-0000-7000-8000-0000000000e2', minh?.userId ?? '', null)
    await assign('01900000-0000-7000-8000-0000000000e3', lan?.userId ?? '', minh?.userId ?? '')
    expect(await heard('đang được xử lý')).toBe(1)
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
