import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { rawClient } from '@/db/client'
import { database, type TestDatabase } from '@/lib/testing'

import { followChanges } from './changes'

let place: TestDatabase
let news: ReturnType<typeof rawClient>
const heard = { tags: [] as string[], gaps: 0 }

beforeAll(async () => {
  place = await database({ seeded: false })
  news = rawClient(place.url, { max: 1, name: 'page news' })
  await followChanges(news, {
    changed: (tag) => heard.tags.push(tag),
    clear: () => {
      heard.gaps += 1
    },
  })
})

afterAll(async () => {
  await news.end({ timeout: 1 })
  await place.close()
})

test('a change is heard once its transaction is committed, within a second', async () => {
  await place.sql.begin(async (tx) => {
    await tx`select page_changed('catalogue')`
    expect(heard.tags).toEqual([])
  })
  await vi.waitFor(() => {
    expect(heard.tags).toEqual(['catalogue'])
  }, 1000)
})

test('after a lost connection everything is forgotten and news come again', async () => {
  const before = heard.gaps
  await place.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'`
  await vi.waitFor(
    () => {
      expect(heard.gaps).toBe(before + 1)
    },
    { timeout: 20_000, interval: 50 },
  )
  await place.sql`select page_changed('agencies')`
  await vi.waitFor(() => {
    expect(heard.tags).toContain('agencies')
  }, 2000)
})
