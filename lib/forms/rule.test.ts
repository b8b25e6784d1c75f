import { describe, expect, it } from 'vitest'
import { boundDay } from './dates'
import { evaluate, fieldsIn } from './rule'
import type { Rule, RuleScope } from './rule'

const answers: Record<string, RuleScope['field'] extends (id: string) => infer A ? A : never> = {
  class: 'B',
  count: 3,
  isNew: true,
  tags: ['x', 'y'],
  day: '2026-01-01',
  year: { y: 1954 },
  rows: [{}, {}],
}
const scope: RuleScope = {
  field: (id) => answers[id],
  fact: (path) => (path === 'person.sex' ? 'male' : undefined),
  today: '2026-11-21',
}

describe('a rule', () => {
  it.each<[Rule, boolean]>([
    [{ field: 'class', eq: 'B' }, true],
    [{ field: 'class', in: ['A', 'C'] }, false],
    [{ field: 'isNew', eq: true }, true],
    [{ field: 'isNew', eq: 'true' }, false],
    [{ field: 'tags', contains: 'y' }, true],
    [{ field: 'tags', gte: 2 }, true],
    [{ field: 'rows', gt: 2 }, false],
    [{ field: 'count', lt: 4 }, true],
    [{ field: 'count', lte: 2 }, false],
    [{ field: 'nothing', gt: -1 }, false],
    [{ field: 'nothing', present: false }, true],
    [{ field: 'nothing', eq: 'x' }, false],
    [{ fact: 'person.sex', eq: 'male' }, true],
    [{ field: 'day', dateWithin: { from: 'today-1Y', to: 'today' } }, true],
    [{ field: 'day', dateWithin: { from: 'today-10M' } }, false],
    [{ field: 'year', dateWithin: { to: 'today-60Y' } }, true],
    [{ field: 'class', dateWithin: { to: 'today' } }, false],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ not: { any: [{ field: 'class', eq: 'B' }] } }, false],
  ])('%j is %s', (rule, holds) => {
    expect(evaluate(rule, scope)).toBe(holds)
  })

  it('names the fields it looks at', () => {
    expect(
      fieldsIn({
        all: [
          { field: 'a', eq: 1 },
          {
            not: {
              any: [
                { field: 'b', gt: 1 },
                { fact: 'c', eq: 1 },
              ],
            },
          },
        ],
      }),
    ).toEqual(['a', 'b'])
  })
})

describe('a bound counted from today', () => {
  it.each([
    ['today', '2026-11-21'],
    ['today-16Y', '2010-11-21'],
    ['today+3M', '2027-02-21'],
    ['today-60D', '2026-09-22'],
    ['2026-01-01', '2026-01-01'],
  ])('%s', (bound, day) => {
    expect(boundDay(bound, '2026-11-21')).toBe(day)
  })
  it('stops at the end of a shorter month', () => {
    expect(boundDay('today+1M', '2026-01-31')).toBe('2026-02-28')
    expect(boundDay('today-1Y', '2024-02-29')).toBe('2023-02-28')
  })
})
