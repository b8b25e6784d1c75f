import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Officer } from '@/lib/access'
import { DEMO_OFFICERS } from '@/lib/seed/people'
import { anOfficer, anonymous, database, testCtx, type TestDatabase } from '@/lib/testing'
import { administeredAgencies, administeredAgency, staffMember } from './administered'
import { contactPhonesAt, recordDeskPhone, recordOfficerPhone } from './contact-phones'

const NOW = new Date('2026-11-20T03:00:00Z')
const LATER = new Date('2026-11-21T03:00:00Z')
const WARD = 'H26.101'
const POLICE = 'G01.126.08'
const idOf = (username: string) => DEMO_OFFICERS.find((officer) => officer.username === username)?.id ?? ''
const [TUNG, HANH, DUNG] = [idOf('tung.bui'), idOf('hanh.ngo'), idOf('dung.pham')]

let test: TestDatabase
let admin: Officer
let wardAdmin: Officer
beforeAll(async () => {
  test = await database()
  admin = await anOfficer(test.db, 'quan.tri')
  wardAdmin = { ...admin, grants: [{ role: 'agencyAdmin', agencyCode: WARD, unitId: null }] }
})
afterAll(() => test.close())

const as = (actor: Parameters<typeof testCtx>[1], now = NOW) => testCtx(test.db, actor, now)
const phoneOf = async (userId: string, now = NOW) => (await contactPhonesAt(as(anonymous, now), WARD, [userId]))(userId)

describe('the telephone of who is in charge', () => {
  it('is a sample for the demo’s officers, and their desk’s for whoever has none', async () => {
    expect(await phoneOf(TUNG)).toMatchObject({
      answers: 'officer',
      phone: expect.stringMatching(/^\+842400000/) as unknown,
    })
    expect(await phoneOf(HANH)).toMatchObject({ answers: 'desk' })
    const rows = await test.sql`select 1 from contact_phones where not is_sample`
    expect(rows).toHaveLength(0)
  })

  it('is recorded by an administrator from that moment on, what held before stays known, and each change is on record', async () => {
    expect(await recordOfficerPhone(as(wardAdmin, LATER), TUNG, '0912 345 678')).toEqual({ ok: true, value: null })
    expect(await recordOfficerPhone(as(wardAdmin, LATER), TUNG, '+84912345678')).toEqual({ ok: true, value: null })
    expect(await phoneOf(TUNG, LATER)).toEqual({ phone: '+84912345678', answers: 'officer' })
    expect((await phoneOf(TUNG))?.phone).toMatch(/^\+842400000/)
    expect(await staffMember(as(admin, LATER), TUNG)).toMatchObject({ phone: '+84912345678', signsResults: false })
    expect((await staffMember(as(admin), TUNG))?.phone).toMatch(/^\+842400000/)
    const acts = await test.sql`
      select actor_id, data from audit_log where action = 'officer.phoneRecorded' and subject_id = ${TUNG}`
    expect(acts).toMatchObject([{ actor_id: admin.userId, data: { isReplaced: true, isRemoved: false } }])
    expect(JSON.stringify(acts)).not.toContain('912345678')
  })

  it('is taken away by recording none; then the desk answers', async () => {
    await recordOfficerPhone(as(wardAdmin, LATER), TUNG, ' ')
    expect(await phoneOf(TUNG, LATER)).toMatchObject({ answers: 'desk' })
    expect(await recordDeskPhone(as(wardAdmin, LATER), WARD, '024 3942 0000')).toEqual({ ok: true, value: null })
    expect(await phoneOf(TUNG, LATER)).toEqual({ phone: '+842439420000', answers: 'desk' })
    expect(await administeredAgency(as(wardAdmin, LATER), WARD)).toEqual({ code: WARD, phone: '+842439420000' })
    expect((await administeredAgency(as(wardAdmin), WARD))?.phone).toMatch(/^\+842400000/)
    await recordDeskPhone(as(wardAdmin, LATER), WARD, '')
    expect(await phoneOf(TUNG, LATER)).toBeNull()
    const acts = await test.sql`select data from audit_log where action = 'agency.phoneRecorded' order by entry`
    expect(acts.map((act): unknown => act['data'])).toEqual([
      { isReplaced: true, isRemoved: false },
      { isReplaced: true, isRemoved: true },
    ])
  })

  it('is one at a time, also when two record it at once', async () => {
    const numbers = ['0912 345 001', '0912 345 002']
    const both = await Promise.all(numbers.map((number) => recordOfficerPhone(as(admin, LATER), HANH, number)))
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect(await test.sql`select 1 from contact_phones where user_id = ${HANH} and valid_to is null`).toHaveLength(1)
  })

  it('is refused by name where it is none, and nobody’s to record outside their agencies', async () => {
    expect(await recordOfficerPhone(as(admin), HANH, '113')).toMatchObject({
      error: { code: 'invalid-input', issues: [{ code: 'phone' }] },
    })
    for (const actor of [wardAdmin, await anOfficer(test.db, 'dung.pham'), anonymous] as const) {
      expect(await recordOfficerPhone(as(actor), DUNG, '0912 345 678')).toMatchObject({ error: { code: 'not-found' } })
      expect(await recordDeskPhone(as(actor), POLICE, '0912 345 678')).toMatchObject({ error: { code: 'not-found' } })
    }
    expect(await administeredAgencies(as(wardAdmin))).toMatchObject([{ code: WARD }])
  })
})
