import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressLine, fromOldOrganCode, isOrganCode, routing, toOldOrganCode } from './index'
import { agencyQuery } from './routing'

describe('organ codes', () => {
  test.each([
    ['000.00.19.H29', 'H29.19'],
    ['000.05.13.H15', 'H15.13.05'],
    ['000.00.00.G22', 'G22'],
    ['000.10.00.H29', 'H29.10'],
  ])('%s is %s today', (old, current) => {
    expect(fromOldOrganCode(old)).toBe(current)
  })
  test('go to the old form and back where no group is empty', () => {
    const group = fc.integer({ min: 1, max: 99 }).map((n) => String(n).padStart(2, '0'))
    fc.assert(
      fc.property(fc.constantFrom('H26', 'G01'), fc.array(group, { maxLength: 2 }), (top, groups) => {
        const code = [top, ...groups].join('.')
        expect(isOrganCode(code)).toBe(true)
        expect(fromOldOrganCode(toOldOrganCode(code) ?? '')).toBe(code)
      }),
    )
  })
  test.each(['h26', 'H26.', 'Z01', 'H26.1234', `H26${'.123'.repeat(9)}`])('%s is none', (code) => {
    expect(isOrganCode(code)).toBe(false)
  })
})

describe('routing', () => {
  const rule = routing.parse({ by: 'province', function: 'trafficPolice', address: 'person.permanentAddress' })

  test('finds the address under its own name or along a path', () => {
    const place = { provinceCode: '01', wardCode: '00004' }
    const expected = { ok: true, value: { function: 'trafficPolice', provinceCode: '01', wardCode: null } }
    expect(agencyQuery(rule, { person: { permanentAddress: place } })).toEqual(expected)
    expect(agencyQuery(rule, { 'person.permanentAddress': place })).toEqual(expected)
  })
  test.each([[{}], [{ person: null }], [{ person: { permanentAddress: { provinceCode: '1; drop' } } }]])(
    'names the address that is missing in %j',
    (answers) => {
      expect(agencyQuery(rule, answers)).toMatchObject({ error: { issues: [{ path: 'person.permanentAddress' }] } })
    },
  )
  test('a rule naming an unknown kind of agency is refused', () => {
    expect(routing.safeParse({ by: 'ward', function: 'toString', address: 'a' }).success).toBe(false)
  })
})

test('an address reads from the smallest part up, in both languages', () => {
  const ward = { code: '00004', name: 'Phường Ba Đình', kind: 'ward' as const, provinceCode: '01' }
  const province = { code: '01', name: 'Thành phố Hà Nội', kind: 'city' as const, organCode: 'H26' }
  expect(addressLine({ detail: '12 Đội Cấn', ward, province })).toEqual({
    vi: '12 Đội Cấn, Phường Ba Đình, Thành phố Hà Nội',
    en: '12 Đội Cấn, Ba Đình Ward, Hà Nội City',
  })
})
