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

test('the last one allowed is granted, and a refusal costs nothing', () => {
  const allowance = createAllowance(2)
  const takes = [0, 0, 0, 0, 0].map((now) => allowance.take('a', now))
  expect(takes).toEqual([true, true, false, false, false])
  // Half a minute brings one back, however often it was asked in vain.
  expect([allowance.take('a', 30_000), allowance.take('a', 30_000)]).toEqual([true, false])
})

test('nobody saves up more than the allowance, nor loses any to a clock that is set back', () => {
  const allowance = createAllowance(2)
  allowance.take('a', 0)
  const later = [1, 1, 1].map(() => allowance.take('a', 3_600_000))
  expect(later).toEqual([true, true, false])
  allowance.take('b', 100_000)
  expect([allowance.take('b', 0), allowance.take('b', 0)]).toEqual([true, false])
})

test('fifty thousand askers are remembered, the one unheard of longest is forgotten first', () => {
  const allowance = createAllowance(1)
  const take = (who: number) => allowance.take(String(who), 0)
  for (let who = 0; who < 50_000; who += 1) take(who)
  expect([take(0), take(1)]).toEqual([false, false])
  // Both were heard of again; the next new one pushes out the third.
  take(50_000)
  expect([take(0), take(1), take(2)]).toEqual([false, false, true])
})
