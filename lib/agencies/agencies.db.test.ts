import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deadlinePolicy, isWorkingDay, startClock } from '@/lib/calendar'
import { database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import {
  agenciesAbove,
  agencyByCode,
  calendarFor,
  competentAgency,
  listAgencies,
  listProvinces,
  listWards,
  oneStopUnit,
  placeName,
  unitOf,
  unitsOf,
} from './server'

const NOW = new Date('2026-11-20T03:00:00Z')
let base: TestDatabase
beforeAll(async () => {
  base = await database()
})
afterAll(() => base.close())
const ctx = () => testCtx(base.db, undefined, NOW)

describe('places', () => {
  test('34 provinces and their communes, named as they are on the day', async () => {
    const provinces = await listProvinces(ctx())
    expect(provinces).toHaveLength(34)
    expect(provinces.filter((province) => province.kind === 'city')).toHaveLength(9)
    const before = await listProvinces(ctx(), new Date('2026-03-01T00:00:00Z'))
    expect(before.find((province) => province.code === '75')?.name).toBe('Tỉnh Đồng Nai')
    expect(await listWards(ctx(), '01')).toHaveLength(126)
  })
  test('an address is named from its codes', async () => {
    const name = await placeName(ctx(), { wardCode: '00004', detail: '12 Đội Cấn' })
    expect(name.vi).toBe('12 Đội Cấn, Phường Ba Đình, Thành phố Hà Nội')
  })
})

describe('competent agencies', () => {
  const police = { by: 'province', function: 'trafficPolice', address: 'home' } as const

  test('the province of the applicant decides who handles a driving licence', async () => {
    const agency = await competentAgency(ctx(), police, { home: { provinceCode: '01', wardCode: '00004' } })
    expect(agency).toMatchObject({
      value: { code: 'G01.126.08', name: { vi: 'Phòng Cảnh sát giao thông – Công an thành phố Hà Nội' } },
    })
  })
  test('an agency is named after its province as that is named on the day', async () => {
    const answers = { home: { provinceCode: '75' } }
    const then = await competentAgency(ctx(), police, answers, new Date('2026-04-29T16:59:59Z'))
    const now = await competentAgency(ctx(), police, answers, new Date('2026-04-29T17:00:00Z'))
    expect(then).toMatchObject({ value: { name: { vi: 'Phòng Cảnh sát giao thông – Công an tỉnh Đồng Nai' } } })
    expect(now).toMatchObject({ value: { name: { vi: 'Phòng Cảnh sát giao thông – Công an thành phố Đồng Nai' } } })
  })
  test('the commune decides at commune level; an unknown one is refused by name', async () => {
    const rule = { by: 'ward', function: 'communeCommittee', address: 'home' } as const
    const agency = await competentAgency(ctx(), rule, { home: { provinceCode: '01', wardCode: '00004' } })
    expect(agency).toMatchObject({ value: { code: 'H26.101', name: { vi: 'Ủy ban nhân dân phường Ba Đình' } } })
    const nobody = await competentAgency(ctx(), rule, { home: { provinceCode: '79', wardCode: '00004' } })
    expect(nobody).toMatchObject({ error: { issues: [{ path: 'home', code: 'nobody-competent' }] } })
  })
  test('a closed ministry gives way to its successor', async () => {
    expect(await agencyByCode(ctx(), 'G04')).toBeNull()
    const agency = await competentAgency(ctx(), { by: 'agency', agencyCode: 'G04' }, {})
    expect(agency).toMatchObject({ value: { code: 'G17' } })
  })
})

describe('the tree and the units', () => {
  test('an agency has a territorial and a vertical line', async () => {
    const codes = async (line: 'territorial' | 'vertical') =>
      (await agenciesAbove(ctx(), 'G01.126.08', line)).map((agency) => agency.code)
    expect(await codes('territorial')).toEqual(['G01.126', 'H26'])
    expect(await codes('vertical')).toEqual(['G01.08', 'G01'])
    expect(await listAgencies(ctx(), { level: 'ministry', function: 'ministry' })).toHaveLength(17)
  })
  test('described units of a demo agency, generic ones elsewhere, each found again by its id', async () => {
    expect((await oneStopUnit(ctx(), 'H26.101'))?.name.vi).toBe('Trung tâm Phục vụ hành chính công phường Ba Đình')
    const generic = await unitsOf(ctx(), 'H29.101')
    expect(generic.map((unit) => unit.kind)).toEqual(['oneStop', 'professional', 'registry', 'leadership'])
    expect(await unitOf(ctx(), 'H29.101', generic[1]?.id ?? '')).toEqual(generic[1])
    expect(await unitsOf(ctx(), 'H99')).toEqual([])
  })
})

describe('the calendar of an agency', () => {
  test('holds the country’s days off and the agency’s hours', async () => {
    const ward = await calendarFor(ctx(), 'H26.101')
    expect(isWorkingDay(ward, '2026-11-24')).toBe(false)
    expect(ward.hours[1]).toEqual({ from: 13 * 60, to: 17 * 60 })
    expect((await calendarFor(ctx(), 'H29.101')).hours[0].from).toBe(7 * 60 + 30)
  })
  test('a closure declared by the province closes its agencies only', async () => {
    await base.sql`insert into calendar_days (date, agency_code, kind, name, status, source) values
      ('2026-11-23', 'H41', 'off', '{"vi": "Bão số 13", "en": "Storm 13"}', 'official', 'Công điện')`
    const policy = deadlinePolicy({ unit: 'WORKING_DAYS', amount: 1 })
    const due = async (code: string) =>
      startClock(policy, NOW, await calendarFor(ctx(), code)).currentDueAt.toISOString()
    expect(await due('H41.101')).toBe('2026-11-25T10:00:00.000Z')
    expect(await due('H26.101')).toBe('2026-11-23T10:00:00.000Z')
  })
  test('what is remembered is read anew after a minute', async () => {
    await calendarFor(ctx(), 'H29')
    await base.sql`insert into calendar_days (date, agency_code, kind, name, status, source) values
      ('2026-12-01', 'H29', 'off', '{"vi": "Lũ", "en": "Flood"}', 'official', 'Công điện')`
    expect(isWorkingDay(await calendarFor(ctx(), 'H29'), '2026-12-01')).toBe(true)
    const later = testCtx(base.db, undefined, new Date(NOW.getTime() + 60_001))
    expect(isWorkingDay(await calendarFor(later, 'H29'), '2026-12-01')).toBe(false)
  })
})
