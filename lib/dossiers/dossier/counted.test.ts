import { describe, expect, it } from 'vitest'
import { isAskedTooOften, passedTerm } from './counted'
import { FINAL_STATES, STATES, stateOf } from './state'
import type { State } from './state'

const NOW = new Date('2026-09-25T02:00:00Z')
const before = new Date(NOW.getTime() - 1)
const EVERY = Object.keys(STATES).map(stateOf)

describe('the promise to the applicant', () => {
  const termPassed = (state: State, standing: 'OVERDUE' | 'WITHIN' | 'LATE' | null, intakeDueAt = NOW) =>
    passedTerm({ state, intakeDueAt }, standing && { standing }, NOW)

  it('was let pass by an agency whose move it is', () => {
    const late = EVERY.filter((state) => termPassed(state, 'OVERDUE') === 'result')
    expect(late).toEqual(['accepted', 'in_review', 'awaiting_approval', 'withdrawal_requested', 'completed'])
    expect(termPassed('submitted', null, before)).toBe('intake')
    expect(termPassed('submitted', null, NOW)).toBeNull()
  })

  it('is not spoken of within the term, while the applicant is waited for, nor once it has ended', () => {
    for (const state of EVERY) expect(termPassed(state, 'WITHIN')).toBeNull()
    expect(termPassed('completed', 'LATE')).toBeNull()
    for (const state of [...FINAL_STATES, 'incomplete', 'awaiting_supplement'] as const)
      expect(termPassed(state, 'OVERDUE', before)).toBeNull()
  })
})

it('the first supplement is forgiven, a further one is not', () => {
  expect([0, 1, 2, 3].map((supplementCount) => isAskedTooOften({ supplementCount }))).toEqual([
    false,
    false,
    true,
    true,
  ])
})
