import { expect, it } from 'vitest'
import { openedCookies } from './opened-cookies'

async function openings(most: number, headers: readonly string[]) {
  const opened: string[] = []
  const cookies = openedCookies(most)
  for (const header of headers) {
    const token = await cookies.token(header, () => {
      opened.push(header)
      return Promise.resolve(header.startsWith('bad') ? null : `token of ${header}`)
    })
    expect(token).toBe(header.startsWith('bad') ? null : `token of ${header}`)
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
