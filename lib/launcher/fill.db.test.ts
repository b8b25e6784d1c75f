import { expect, it } from 'vitest'
import { database } from '@/lib/testing'
import { fill, fillMark, isFilled } from './fill'

it('fills a database once for the same sources, and again for others', async () => {
  const test = await database({ seeded: false })
  try {
    expect(await isFilled(test.url, fillMark())).toBe(false)
    await fill(test.url)
    expect(await isFilled(test.url, fillMark())).toBe(true)
    expect(await isFilled(test.url, 'made from other sources')).toBe(false)
    const [row] = await test.sql`select count(*)::int as wards from wards`
    expect(row?.['wards']).toBeGreaterThan(3000)
  } finally {
    await test.close()
  }
})
