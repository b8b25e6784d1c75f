import { expect, test } from 'vitest'
import { createNewsMemory } from './news-memory'

const of = (value: string, tags: string[]) => () => Promise.resolve({ value, tags })

test('what was found is known until news speak of it', async () => {
  const memory = createNewsMemory<string>(1e6)
  await memory.find('a', of('1', ['x']))
  await memory.find('b', of('2', ['y']))
  memory.changed('x')
  expect([memory.known('a'), memory.known('b')]).toEqual([undefined, '2'])
  memory.forget()
  expect(memory.known('b')).toBeUndefined()
})

test('what is nothing, or may change without news, is not kept', async () => {
  const memory = createNewsMemory<string>(1e6)
  expect(await memory.find('a', () => Promise.resolve(null))).toBeNull()
  expect(await memory.find('b', () => Promise.resolve({ value: '2', tags: [], isKept: false }))).toBe('2')
  expect([memory.known('a'), memory.known('b')]).toEqual([undefined, undefined])
})

test.each(['changed', 'forget'] as const)('what was read before something %s is used once', async (what) => {
  const memory = createNewsMemory<string>(1e6)
  const reading = memory.find('a', async () => {
    memory[what]('another')
    return Promise.resolve({ value: 'old', tags: ['x'] })
  })
  expect(await reading).toBe('old')
  expect(memory.known('a')).toBeUndefined()
})

test('long keys cost what they are long: whoever sends them pushes out little', async () => {
  const memory = createNewsMemory<string>(100_000)
  for (let n = 0; n < 50; n += 1) await memory.find(`${'k'.repeat(16_000)}${String(n)}`, of('1', []))
  const remembered = Array.from({ length: 50 }, (_, n) => memory.known(`${'k'.repeat(16_000)}${String(n)}`)).filter(
    Boolean,
  )
  expect(remembered.length).toBeLessThanOrEqual(6)
})

test('short keys cost what is kept under them: as many are kept as there is room for, the latest', async () => {
  const memory = createNewsMemory<string>(100_000)
  const keys = Array.from({ length: 200 }, (_, n) => `k${String(n)}`)
  for (const key of keys) await memory.find(key, of('1', []))
  const rememberedKeys = keys.filter((key) => memory.known(key) !== undefined)
  expect(rememberedKeys.length).toBeGreaterThan(20)
  expect(rememberedKeys.length).toBeLessThan(60)
  expect(rememberedKeys).toEqual(keys.slice(-rememberedKeys.length))
})
