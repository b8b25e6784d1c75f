import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAllowance } from './allowance'

test('an asker gets the allowance at once, then as fast as it comes back, and others are not touched', () => {
  const allowance = createAllowance(3)
  const first = Array.from({ length: 5 }, () => allowance.take('a', 0))
  expect(first).toEqual([true, true, true, false, false])
  expect(allowance.take('b', 0)).toBe(true)
  expect([allowance.take('a', 20_000), allowance.take('a', 20_001)]).toEqual([true, false])
})

test('over any time nobody gets more than the allowance and what came back', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { maxLength: 200 }), (gaps) => {
      const allowance = createAllowance(10)
      let now = 0
      const granted = gaps.filter((gap) => {
        now += gap
        return allowance.take('a', now)
      })
      expect(granted.length).toBeLessThanOrEqual(10 + (now / 60_000) * 10)
    }),
  )
})
