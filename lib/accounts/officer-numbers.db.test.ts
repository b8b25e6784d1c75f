import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Officer } from '@/lib/access'
import { DEMO_OFFICERS } from '@/lib/seed/people'
import { aCitizen, anOfficer, anonymous, database, testCtx, type TestDatabase } from '@/lib/testing'
import { administeredStaff, staffMember } from './administered'
import { keepOfficerNumber, officerNumber, recordOfficerNumber } from './officer-numbers'

const NOW = new Date('2026-11-20T03:00:00Z')
const NUMBER = '001075000113'
const idOf = (username: string) => DEMO_OFFICERS.find((officer) => officer.username === username)?.id ?? ''
const DUNG = idOf('dung.pham')
const HANH = idOf('hanh.ngo')
const HOA = idOf('hoa.nguyen')
const namesOf = (officers: readonly { name: string }[]) => officers.map(({ name }) => name).sort()
const DEMO_LEADERS = namesOf(DEMO_OFFICERS.filter(({ grant }) => grant.role === 'agencyLeader'))

let test: TestDatabase
let admin: Officer
/** Looks after the officers of the ward alone. */
let wardAdmin: Officer
beforeAll(async () => {
  test = await database()
  admin = await anOfficer(test.db, 'quan.tri')
  const grants = [{ role: 'agencyAdmin', agencyCode: 'H26.101', unitId: null }] as const
  wardAdmin = { ...admin, grants }
})
afterAll(() => test.close())

const as = (actor: Parameters<typeof testCtx>[1]) => testCtx(test.db, actor, NOW)
const namesFor = async (actor: Officer, q = '') => {
  const staff = await administeredStaff(as(actor), q)
  return staff.ok ? namesOf(staff.value) : staff.error.code
}

describe('the staff', () => {
  it('is shown to those who look after them, each to their own agency', async () => {
    expect(await namesFor(admin)).toEqual(namesOf(DEMO_OFFICERS))
    expect(await namesFor(admin, 'quoc dung')).toEqual(['Phạm Quốc Dũng'])
    expect(await namesFor(admin, '%')).toEqual([])
    expect(await namesFor(wardAdmin)).toEqual(['Bùi Văn Tùng', 'Hoàng Thị Mai', 'Ngô Thị Hạnh'])
    expect(await namesFor(await anOfficer(test.db, 'dung.pham'))).toBe('forbidden')
    expect(await administeredStaff(as(anonymous))).toMatchObject({ error: { code: 'sign-in-required' } })
    expect(await administeredStaff(as(await aCitizen(as(anonymous))))).toMatchObject({ error: { code: 'forbidden' } })
  })

  it('is in the order of Vietnamese lists', async () => {
    const inOrder = ['Bùi Văn Tùng', 'Đặng Văn Sơn', 'Đỗ Thị Lan', 'Hà Trung Kiên', 'Huỳnh Thu Trang', 'Vũ Đình Long']
    const staff = await administeredStaff(as(admin))
    const names = staff.ok ? staff.value.map(({ name }) => name) : []
    expect(names.filter((name) => inOrder.includes(name))).toEqual(inOrder)
  })

  it('is told apart by who signs results', async () => {
    const staff = await administeredStaff(as(admin))
    expect(namesOf(staff.ok ? staff.value.filter(({ signsResults }) => signsResults) : [])).toEqual(DEMO_LEADERS)
  })
})

describe('an officer’s number', () => {
  it('is recorded and changed by an administrator, both on record, and shown by its end alone', async () => {
    expect(await recordOfficerNumber(as(admin), DUNG, ' 001 075 000 113 ')).toEqual({ ok: true, value: null })
    expect(await officerNumber(as(admin), DUNG)).toBe(NUMBER)
    expect(await staffMember(as(admin), DUNG)).toMatchObject({ number: { ending: '113', recordedAt: NOW } })
    await recordOfficerNumber(as(admin), DUNG, '001075000999')
    await recordOfficerNumber(as(admin), DUNG, NUMBER)
    await recordOfficerNumber(as(admin), DUNG, NUMBER)
    const acts = await test.sql`
      select actor_id, data from audit_log where action = 'officer.numberRecorded' and subject_id = ${DUNG} order by entry`
    expect(acts.map((act): unknown => act['data'])).toEqual([false, true, true].map((isReplaced) => ({ isReplaced })))
    expect(new Set(acts.map((act): unknown => act['actor_id']))).toEqual(new Set([admin.userId]))
    expect(JSON.stringify(await test.sql`select * from officer_numbers`)).not.toContain(NUMBER)
  })

  it.each([
    ['', 'required'],
    ['00107500011', 'personal-id-digits'],
    ['00107500011x', 'personal-id-digits'],
    ['007075000113', 'personal-id-province'],
    ['9'.repeat(100_000), 'personal-id-digits'],
  ])('that is malformed is refused by name', async (typed, code) => {
    const refused = await recordOfficerNumber(as(admin), HANH, typed)
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input', issues: [{ code }] } })
    expect(await officerNumber(as(admin), HANH)).toBeNull()
  })

  it('that is somebody else’s is refused, also when two are given it at once', async () => {
    expect(await recordOfficerNumber(as(admin), HANH, NUMBER)).toEqual({
      ok: false,
      error: { code: 'officer-number-taken' },
    })
    const both = await Promise.all([HANH, HOA].map((id) => keepOfficerNumber(as(admin), id, '001080000777')))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is recorded of nobody outside an administrator’s agency, nor of who signs nothing', async () => {
    for (const [actor, id] of [
      [wardAdmin, DUNG],
      [admin, HOA],
      [await anOfficer(test.db, 'dung.pham'), DUNG],
      [admin, 'nobody'],
    ] as const) {
      expect(await recordOfficerNumber(as(actor), id, '001080000888')).toMatchObject({ error: { code: 'not-found' } })
    }
    expect(await officerNumber(as(admin), DUNG)).toBe(NUMBER)
  })
})
