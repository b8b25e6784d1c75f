import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keptTyping, users } from '@/db/schema/accounts'
import type { Actor } from '@/lib/access'
import { DEMO_OFFICERS } from '@/lib/seed/people'
import { database, type TestDatabase, testCtx } from '@/lib/testing'
import { provideDemoOfficers } from './demo-repository'
import { forgetTyping, keepTyping, placeIn, type Typed, typingKept } from './kept-typing'

const NOW = new Date('2026-03-10T03:00:00Z')
const PAGE = '/can-bo/ho-so/1/tu-choi'
const TYPED: Typed = [
  ['reason', 'Hồ sơ chưa đúng thẩm quyền.'],
  ['box', '1'],
  ['box', '2'],
]

let base: TestDatabase
let ids: string[]

const as = (userId: string, hours = 0) => {
  const actor: Actor = { kind: 'officer', userId, name: 'Cán bộ', grants: [] }
  return { ...testCtx(base.db), now: new Date(NOW.getTime() + hours * 3_600_000), actor }
}

beforeAll(async () => {
  base = await database()
  await provideDemoOfficers(
    { ...testCtx(base.db), now: NOW },
    DEMO_OFFICERS,
    path.join(await mkdtemp(path.join(os.tmpdir(), 'people-')), 'demo-people.json'),
  )
  ids = (await base.db.select({ id: users.id }).from(users)).map(({ id }) => id)
})
afterAll(() => base.close())

it('gives what was typed back to whoever typed it, on the page it belongs to, and to nobody else', async () => {
  const [me = '', other = ''] = ids
  expect(await keepTyping(as(me), { userId: me, path: PAGE }, TYPED)).toBe(true)
  expect(await typingKept(as(me), PAGE)).toEqual(TYPED)
  expect(await typingKept(as(other), PAGE)).toBeNull()
  expect(await typingKept(as(me), '/can-bo/ho-so/2/tu-choi')).toBeNull()
  const [row] = await base.db.select().from(keptTyping)
  expect(Buffer.from(row?.typedSealed ?? []).toString('utf8')).not.toContain('thẩm quyền')
  await forgetTyping(as(me), PAGE)
  expect(await typingKept(as(me), PAGE)).toBeNull()
})

it('keeps the last of what one page was sent, for four hours, and nothing larger than a form', async () => {
  const [me = ''] = ids
  const place = { userId: me, path: PAGE }
  await keepTyping(as(me), place, TYPED)
  await keepTyping(as(me), place, [['reason', 'Sửa lại.']])
  expect(await typingKept(as(me, 3.9), PAGE)).toEqual([['reason', 'Sửa lại.']])
  expect(await typingKept(as(me, 4.1), PAGE)).toBeNull()
  expect(await keepTyping(as(me, 5), place, [['reason', 'a'.repeat(300_000)]])).toBe(false)
  await keepTyping(as(me, 5), { userId: me, path: '/khac' }, TYPED)
  expect(await base.db.select({ path: keptTyping.path }).from(keptTyping)).toEqual([{ path: '/khac' }])
})

it('keeps what a company’s director typed from whoever holds its certificate, and the reverse', async () => {
  const [me = ''] = ids
  const director: Actor = { kind: 'business', userId: me, name: 'Sao Mai', assurance: 2, verifiedAt: NOW }
  const holder: Actor = { ...director, signedInBy: 'certificate' }
  const on = { ...testCtx(base.db), now: NOW }
  await keepTyping(on, { userId: me, path: PAGE }, TYPED)
  expect(await typingKept({ ...on, actor: holder }, PAGE)).toBeNull()
  await forgetTyping({ ...on, actor: holder }, PAGE)
  expect(await typingKept({ ...on, actor: director }, PAGE)).toEqual(TYPED)
  await forgetTyping({ ...on, actor: director }, PAGE)
  await keepTyping(on, { userId: me, path: placeIn(PAGE, true) }, TYPED)
  expect(await typingKept({ ...on, actor: director }, PAGE)).toBeNull()
  expect(await typingKept({ ...on, actor: holder }, PAGE)).toEqual(TYPED)
})
