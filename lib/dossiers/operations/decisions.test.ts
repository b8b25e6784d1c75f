import { describe, expect, it } from 'vitest'
import type { Case } from './case.fixture'
import { INTAKE_CASES } from './intake-cases.fixture'
import type { Command } from './operations'
import { OPERATIONS } from './operations'
import { RESULT_CASES } from './result-cases.fixture'

/** The cases of every decision; an operation without any does not compile. */
const CASES: Record<Command, readonly Case[]> = { ...INTAKE_CASES, ...RESULT_CASES }

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('given $given', ({ when, then }) => {
    expect(when()).toMatchObject(then)
  })
})

it('every operation says what it reads, and refuses a form without it', () => {
  const asks: Command[] = [
    'rejectIntake',
    'assign',
    'requestSupplement',
    'sendBack',
    'withdraw',
    'agreeWithdrawal',
    'refuseWithdrawal',
  ]
  for (const command of asks) expect(OPERATIONS[command].read(new FormData()), command).toMatchObject({ ok: false })
})
