import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '@/lib/testing'
import { database } from '@/lib/testing'
import { connect } from '@/db/client'
import { seedCalendar } from '../calendar'
import { seedReference } from './index'

let at: TestDatabase
beforeAll(async () => {
  at = await database({ seeded: false })
})
afterAll(() => at.close())

const count = async (table: string) => {
  const [row] = await at.sql.unsafe(`select count(*)::int as n from ${table}`)
  return Number(row?.['n'])
}

test('all territories and agencies are there at once, and a second run changes nothing', async () => {
  const { db, close } = connect(at.url, { max: 1 })
  const started = performance.now()
  await seedReference(db)
  await seedCalendar(db)
  // Half a second on a machine of its own; row by row it would take a minute, and a busy machine is not a fault.
  expect(performance.now() - started).toBeLessThan(10_000)
  const tables = ['provinces', 'wards', 'agencies', 'units', 'office_hours', 'calendar_days', 'calendar_years']
  const before = await Promise.all(tables.map(count))
  expect(before.slice(0, 2)).toEqual([37, 3321])
  await at.sql`update provinces set effective_from = '2026-09-21' where code = '22' and effective_to is null`
  await at.sql`update calendar_days set kind = 'working' where date = '2027-09-03'`
  await seedReference(db)
  await seedCalendar(db)
  expect(await Promise.all(tables.map(count))).toEqual(before)
  const [edited] = await at.sql`select kind from calendar_days where date = '2027-09-03'`
  expect(edited).toEqual({ kind: 'working' })
  await close()
})

test('every commune has its committee, under its own province', async () => {
  const [row] = await at.sql`
    select count(*)::int as n from wards w
    join agencies a on a.ward_code = w.code and a.function = 'communeCommittee'
    join provinces p on p.code = w.province_code and p.effective_to is null
    where a.province_code = w.province_code and a.parent_code = p.organ_code`
  expect(row?.['n']).toBe(3321)
})

test('a thing never has two names on one day', async () => {
  await expect(
    at.sql`insert into provinces values ('01', 'Thủ đô', 'city', 'H26', '2026-01-01', null, 'x', 'medium')`,
  ).rejects.toThrow('two rows in provinces')
})
