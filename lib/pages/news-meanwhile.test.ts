import { describe, expect, test, vi } from 'vitest'

import type { PageCache } from './page-cache'
import { portalOf } from './portal.fixture'
import { placeholder } from './template'

describe('news that come while something is being made', () => {
  /** A page that is not made before it may be, and a word for each time it is begun. */
  function slowPage() {
    const facts = { version: 1 }
    const gates: (() => void)[] = []
    const page = async () => {
      const { version } = facts
      await new Promise<void>((resolve) => gates.push(resolve))
      return `${placeholder('code')} ${String(version)}`
    }
    const begun = (count: number) =>
      vi.waitFor(() => {
        expect(gates).toHaveLength(count)
      })
    return { facts, gates, page, begun }
  }
  const rules = [{ path: /^\/(?:tra-cuu)?$/, query: ['ma'], pool: 'asked', tags: () => ['catalogue'] }] as const
  const answers = {
    '/tra-cuu': {
      by: 'ma',
      answer: (code: string) =>
        Promise.resolve({ template: 'found', status: 200, values: { code }, tags: [], isKept: true }),
    },
  }

  test('are all heard, the second as well as the first', async () => {
    const { facts, gates, page, begun } = slowPage()
    const { cache, get } = await portalOf(rules, page)
    const first = get('/')
    await begun(1)
    cache.changed('dossier:A')
    facts.version = 2
    cache.changed('catalogue')
    gates[0]?.()
    expect(await (await first).text()).toContain('1')
    const second = get('/')
    await begun(2)
    gates[1]?.()
    expect(await (await second).text()).toContain('2')
  })

  test.each<readonly [string, (cache: PageCache) => void]>([
    [
      'speak of it',
      (cache) => {
        cache.changed('catalogue')
      },
    ],
    [
      'may have been missed',
      (cache) => {
        cache.newsLost()
        cache.newsBack()
      },
    ],
  ])('what all answers stand in is not kept either when they %s', async (_, happen) => {
    const { facts, gates, page, begun } = slowPage()
    const { cache, get } = await portalOf(rules, page, { answers })
    const first = get('/tra-cuu?ma=A')
    await begun(1)
    facts.version = 2
    happen(cache)
    gates[0]?.()
    expect(await (await first).text()).toBe('A 1')
    const second = get('/tra-cuu?ma=B')
    await begun(2)
    gates[1]?.()
    expect(await (await second).text()).toBe('B 2')
    expect(await (await get('/tra-cuu?ma=C')).text()).toBe('C 2')
  })
})
