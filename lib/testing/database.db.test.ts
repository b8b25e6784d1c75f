import { sql as query } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database, type TestDatabase } from './index'

describe('a test database', () => {
  let first: TestDatabase
  let other: TestDatabase
  beforeAll(async () => {
    ;[first, other] = await Promise.all([database({ seeded: false }), database({ seeded: false })])
  })
  afterAll(async () => {
    await Promise.all([first.close(), other.close()])
  })

  it('is migrated and worked on as the role of the application', async () => {
    const [row] = await first.db.execute(
      query`select current_user as role, (select count(*)::int from migrations) as migrations`,
    )
    expect(row?.['role']).toBe('motcua_app')
    expect(row?.['migrations']).toBeGreaterThan(0)
  })

  it('shares nothing with the next one', async () => {
    await first.sql`create table only_here (id int)`
    const [row] = await other.sql`select to_regclass('only_here') as found`
    expect(row?.['found']).toBeNull()
  })

  it('speaks Vietnamese: case, diacritics and order', async () => {
    const [row] = await first.sql`
      select lower('ĐỔI') as lower, unaccent('Đổi giấy phép') as plain, 'ă' > 'az' collate "vi-x-icu" as ordered`
    expect(row).toEqual({ lower: 'đổi', plain: 'Doi giay phep', ordered: true })
  })
})
