import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { AGENCY_STAFF, holds, holdsAnywhere, LEADERS, ROLES, userIdOf } from './index'
import type { Actor, Grant, Officer, Role } from './index'

const officer = (...grants: Grant[]): Officer => ({ kind: 'officer', userId: 'o', name: 'Lan', grants })
const grant = (role: Role, agencyCode: string, unitId: string | null = null): Grant => ({ role, agencyCode, unitId })
const OTHERS: Actor[] = [
  { kind: 'anonymous' },
  { kind: 'worker', name: 'w' },
  { kind: 'citizen', userId: 'c', name: 'An', assurance: 2, verifiedAt: new Date(0) },
  { kind: 'business', userId: 'b', name: 'Sao Mai', assurance: 2, verifiedAt: new Date(0), signedInBy: 'certificate' },
]

const anyRole = fc.constantFrom(...ROLES)
const anyAgency = fc.constantFrom('A', 'B')
const anyUnit = fc.constantFrom(null, 'u1', 'u2')
const anyGrant = fc.record({ role: anyRole, agencyCode: anyAgency, unitId: anyUnit })
const anyPlace = fc.record({ agencyCode: fc.constantFrom('A', 'B', null), unitId: anyUnit })

describe('an officer’s right', () => {
  const head = officer(grant('unitHead', 'A', 'u1'))

  it.each([
    ['at the agency and unit of the grant', { agencyCode: 'A', unitId: 'u1' }, true],
    ['at the agency, where no unit is asked for', { agencyCode: 'A' }, true],
    ['at what lies with no unit yet', { agencyCode: 'A', unitId: null }, true],
    ['at another unit', { agencyCode: 'A', unitId: 'u2' }, false],
    ['at another agency', { agencyCode: 'B', unitId: 'u1' }, false],
    ['at no agency', { agencyCode: null }, false],
  ])('%s', (_, place, expected) => {
    expect(holds(head, ['unitHead'], place)).toBe(expected)
  })

  it('is of the roles asked for only', () => {
    expect(holds(head, ['caseOfficer'], { agencyCode: 'A' })).toBe(false)
    expect(holds(head, [], { agencyCode: 'A' })).toBe(false)
    expect(holds(officer(), ROLES, { agencyCode: 'A' })).toBe(false)
  })

  it('does not mix the role of one grant with the place of another', () => {
    const both = officer(grant('agencyLeader', 'A'), grant('caseOfficer', 'B', 'u1'))
    expect(holds(both, ['agencyLeader'], { agencyCode: 'B' })).toBe(false)
    expect(holds(both, ['caseOfficer'], { agencyCode: 'A' })).toBe(false)
  })

  it('without a unit covers the whole agency, and a narrower grant never covers more', () => {
    fc.assert(
      fc.property(anyRole, anyAgency, anyUnit, anyPlace, (role, agencyCode, unitId, place) => {
        const narrow = holds(officer({ role, agencyCode, unitId }), [role], place)
        const wide = holds(officer({ role, agencyCode, unitId: null }), [role], place)
        expect(wide).toBe(agencyCode === place.agencyCode)
        expect(narrow && !wide).toBe(false)
      }),
    )
  })

  it('grows with every grant, and is held anywhere where it is held somewhere', () => {
    fc.assert(
      fc.property(fc.array(anyGrant), anyGrant, anyRole, anyPlace, (grants, more, role, place) => {
        const [before, after] = [officer(...grants), officer(...grants, more)].map((actor) =>
          holds(actor, [role], place),
        )
        expect(before === true && after === false).toBe(false)
        if (before === true) expect(holdsAnywhere(officer(...grants), [role])).toBe(true)
      }),
    )
  })
})

it('nobody but an officer holds any role anywhere', () => {
  for (const actor of OTHERS) {
    expect(holds(actor, ROLES, { agencyCode: 'A' })).toBe(false)
    expect(holdsAnywhere(actor, ROLES)).toBe(false)
  }
})

it('the account behind an actor is a person’s, a business’s or an officer’s', () => {
  expect([...OTHERS, officer()].map(userIdOf)).toEqual([null, null, 'c', 'b', 'o'])
})

it('leaders are staff of their agency; desk, overseers and administrators of the portal are not', () => {
  for (const role of LEADERS) expect(AGENCY_STAFF).toContain(role)
  for (const role of ['oneStopOfficer', 'nationalOverseer', 'taskforceMember', 'systemAdmin'] as const)
    expect(AGENCY_STAFF).not.toContain(role)
  for (const role of AGENCY_STAFF) expect(ROLES).toContain(role)
})
