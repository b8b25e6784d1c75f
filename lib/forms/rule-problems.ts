import type { Field } from './definition'
import { isFact } from './facts'
import type { Rule, Scalar, Test } from './rule'
import { testsIn } from './rule'

export type RuleProblem = { code: 'dangling-field' | 'unknown-fact' | 'unknown-option'; detail: string }

/** What a rule names that is not there: a field it can look at, a fact, an option of the field. */
export function ruleProblems(rule: Rule, fieldOf: (id: string) => Field | undefined): RuleProblem[] {
  return testsIn(rule).flatMap((test) => {
    if (test.field === undefined) return factProblems(test.fact)
    const field = fieldOf(test.field)
    if (field !== undefined) return optionProblems(test, field)
    return [{ code: 'dangling-field' as const, detail: `a rule names ${test.field}, which is no field before it` }]
  })
}

function factProblems(path: string): RuleProblem[] {
  return isFact(path) ? [] : [{ code: 'unknown-fact', detail: `a rule names ${path}, which is no fact` }]
}

function optionProblems(test: Test, field: Field): RuleProblem[] {
  const answers = answersTo(field)
  const unknown = (wantedBy(test) ?? []).filter((value) => answers !== undefined && !answers.includes(value))
  return unknown.map((value) => ({
    code: 'unknown-option',
    detail: `a rule waits for ${String(value)}, which is no answer to ${field.id}`,
  }))
}

/** All a field can be answered with, where that is written out. */
function answersTo({ kind, options }: Field): readonly Scalar[] | undefined {
  return kind === 'yesNo' || kind === 'commitment' ? [true, false] : options?.map(({ value }) => value)
}

/** The answers a test waits for, where it names them. */
export function wantedBy(test: Test): readonly Scalar[] | undefined {
  if ('eq' in test) return [test.eq]
  if ('in' in test) return test.in
  return 'contains' in test ? [test.contains] : undefined
}
