import { expect, it } from 'vitest'
import { openedCookies } from './opened-cookies'

async function openings(most: number, asked: readonly string[]) {
  const opened: string[] = []
  const cookies = openedCookies(most)
  for (const one of asked) {
    const token = await cookies.token(one, () => {
      opened.push(one)
      return Promise.resolve(one.startsWith('bad') ? null : `token of ${one}`)
    })
    expect(token).toBe(one.startsWith('bad') ? null : `token of ${one}`)
  }
  return opened
}

it('opens the same cookies once, and others each for themselves', async () => {
  expect(await openings(9, ['a', 'b', 'a', 'b', 'a'])).toEqual(['a', 'b'])
})

it('remembers nothing that does not open', async () => {
  expect(await openings(2, ['a', 'bad1', 'bad2', 'bad1', 'a'])).toEqual(['a', 'bad1', 'bad2', 'bad1'])
})

it('does not remember more than a browser has of ours', async () => {
  const long = 'a'.repeat(2_001)
  expect(await openings(2, [long, long])).toEqual([long, long])
})

it('lets go of what was unheard of longest', async () => {
  expect(await openings(2, ['a', 'b', 'a', 'c', 'a', 'b'])).toEqual(['a', 'b', 'c', 'b'])
})
