import type { Answer, IsoDate } from './answers'
import type { DateBound } from './dates'
import { boundDay, daysOf } from './dates'

export type Scalar = string | number | boolean

/**
 * A condition as data. `field` is the id of a field (".name" is a sibling in the same row of a group);
 * `fact` is the path of a verified fact. What is hidden or unanswered makes a test false.
 */
export type Rule = { all: readonly Rule[] } | { any: readonly Rule[] } | { not: Rule } | Test

type Subject = { field: string; fact?: undefined } | { fact: string; field?: undefined }
export type Test = Subject &
  (
    | { eq: Scalar }
    | { in: readonly Scalar[] }
    | { contains: Scalar }
    | { present: boolean }
    | { gt: number }
    | { gte: number }
    | { lt: number }
    | { lte: number }
    | { dateWithin: { from?: DateBound | undefined; to?: DateBound | undefined } }
  )

/** What rules look at: the visible answer of a field, a fact, and the day. */
export type RuleScope = {
  field(id: string): Answer | undefined
  fact(path: string): Answer | undefined
  today: IsoDate
}

/** Whether the rule holds. */
export function evaluate(rule: Rule, scope: RuleScope): boolean {
  if ('all' in rule) return rule.all.every((part) => evaluate(part, scope))
  if ('any' in rule) return rule.any.some((part) => evaluate(part, scope))
  if ('not' in rule) return !evaluate(rule.not, scope)
  const value = rule.field === undefined ? scope.fact(rule.fact) : scope.field(rule.field)
  return holds(rule, value, scope.today)
}

function holds(test: Test, value: Answer | undefined, today: IsoDate): boolean {
  if ('present' in test) return isPresent(value) === test.present
  if (value === undefined) return false
  if ('eq' in test) return value === test.eq
  if ('in' in test) return test.in.some((item) => item === value)
  if ('contains' in test) return Array.isArray(value) && value.some((item) => item === test.contains)
  if ('dateWithin' in test) return isWithin(value, test.dateWithin, today)
  return compares(test, amountOf(value))
}

function isPresent(value: Answer | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== undefined && value !== ''
}

/** Numbers compare as they are, lists and repeating groups by how many they hold. */
function amountOf(value: Answer): number {
  if (Array.isArray(value)) return value.length
  return typeof value === 'number' ? value : Number.NaN
}

function compares(test: { gt: number } | { gte: number } | { lt: number } | { lte: number }, amount: number): boolean {
  if ('gt' in test) return amount > test.gt
  if ('gte' in test) return amount >= test.gte
  if ('lt' in test) return amount < test.lt
  return amount <= test.lte
}

function isWithin(
  value: Answer,
  within: { from?: DateBound | undefined; to?: DateBound | undefined },
  today: IsoDate,
): boolean {
  const span = daysOf(value)
  if (span === undefined) return false
  const fromHolds = within.from === undefined || span.first >= boundDay(within.from, today)
  return fromHolds && (within.to === undefined || span.last <= boundDay(within.to, today))
}

/** The single conditions a rule is made of. */
export function testsIn(rule: Rule): Test[] {
  if ('all' in rule) return rule.all.flatMap(testsIn)
  if ('any' in rule) return rule.any.flatMap(testsIn)
  return 'not' in rule ? testsIn(rule.not) : [rule]
}

/** The fields a rule looks at, siblings (".name") included. */
export function fieldsIn(rule: Rule): string[] {
  return testsIn(rule).flatMap(({ field }) => (field === undefined ? [] : [field]))
}
