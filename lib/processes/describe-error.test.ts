import { DrizzleQueryError } from 'drizzle-orm/errors'
import { expect, it } from 'vitest'
import { becomesTrue } from './becomes-true'
import { describeError } from './describe-error'
import { commandOf, isAlive } from './process-id'

it('a failed query is told without what was asked with it', () => {
  const error = new DrizzleQueryError(`select ${'x'.repeat(500)}`, ['001090000001'], new TypeError('refused'))
  const line = describeError(error)
  expect(line).toMatch(/^TypeError: refused \(in: select x+\)$/)
  expect(line).not.toContain('001090000001')
  expect(line.length).toBeLessThan(250)
})

it.each([
  [new RangeError('too much'), 'RangeError: too much'],
  ['a word', 'a word'],
  [undefined, 'undefined'],
])('%s is told as what it is', (error, words) => {
  expect(describeError(error)).toBe(words)
})

it('a process is told from one that is not there', () => {
  expect(isAlive(process.pid)).toBe(true)
  expect(isAlive(2 ** 30)).toBe(false)
  expect(commandOf(process.pid)).toContain('node')
  expect(commandOf(2 ** 30)).toBe('')
})

it('what never becomes true is waited for no longer than was said, and looked at once at least', async () => {
  let looks = 0
  const never = () => {
    looks += 1
    return false
  }
  expect(await becomesTrue(never, -1)).toBe(false)
  expect(looks).toBe(1)
  expect(await becomesTrue(() => ++looks > 3, 10_000, 1)).toBe(true)
})
