import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { discardDraft, startDraft } from '@/lib/dossiers/server'
import { followChanges, type People } from '@/lib/pages/server'
import { aCitizen, anonymous, aSession, database, type TestDatabase, testCtx, visitorBy } from '@/lib/testing'
import { signedInPeople } from './signed-in-people'

const HELP = { path: '/tro-giup', locale: 'vi' } as const
const HOME = { path: '/', locale: 'vi' } as const

let base: TestDatabase
let people: People
let following: Awaited<ReturnType<typeof followChanges>>
const clock = { now: new Date('2026-09-25T02:00:00Z') }
/** How often a session's row was asked. */
let looks = 0
const ctx = () => ({ ...testCtx(base.db, anonymous, clock.now), now: clock.now })
const minutesLater = (minutes: number) => {
  clock.now = new Date(clock.now.getTime() + minutes * 60_000)
}

beforeAll(async () => {
  base = await database()
})
afterAll(() => base.close())

beforeEach(async () => {
  looks = 0
  people = signedInPeople({
    ...{ db: base.db, now: () => clock.now },
    // The cookie is the token here; how it is sealed into one is held by the tests of accounts.
    visitorBy: (token) => {
      looks += 1
      return visitorBy({ db: base.db, now: clock.now }, token)
    },
  })
  const { forget, changed } = people
  following = await followChanges(base.url, { name: 'people news' }, { changed, newsLost: forget, newsBack: forget })
  return () => following.close()
})

/** Once the news have arrived, which takes milliseconds. */
const soon = (assertion: () => void) => vi.waitFor(assertion, { timeout: 1000, interval: 10 })
const nameOn = async (token: string) => (await people.find(token, HELP))?.values['name'] ?? null
const seenAt = async () => (await base.sql<{ at: Date }[]>`select max(seen_at) as at from sessions`)[0]?.at

describe('somebody signed in', () => {
  it('is known from memory once their session was looked up, and nobody is by any other token', async () => {
    const token = await aSession(ctx())
    expect(people.known(token, HELP)).toBeUndefined()
    expect(await people.find(token, HELP)).toEqual({ area: 'applicant', values: { name: 'Nguyễn Văn An' } })
    expect(people.known(token, HELP)).toEqual({ area: 'applicant', values: { name: 'Nguyễn Văn An' } })
    expect(await people.find(`${token}x`, HELP)).toBeNull()
    expect(people.known(`${token}x`, HELP)).toBeUndefined()
  })

  it('keeps the session awake as any request does: it is written down once a minute', async () => {
    const token = await aSession(ctx())
    const opened = clock.now
    for (let second = 0; second < 5; second += 1) {
      minutesLater(1 / 6)
      await nameOn(token)
    }
    expect([looks, await seenAt()]).toEqual([1, opened])
    minutesLater(1 / 6)
    await nameOn(token)
    expect([looks, await seenAt()]).toEqual([2, clock.now])
    for (let minute = 0; minute < 40; minute += 1) {
      minutesLater(1)
      expect(await nameOn(token)).toBe('Nguyễn Văn An')
    }
    minutesLater(30)
    expect([people.known(token, HELP), await nameOn(token)]).toEqual([undefined, null])
  })

  it.each([
    [
      'is ended',
      (userId: string) =>
        base.sql`update sessions set revoked_at = now(), revoked_for = 'revoked' where user_id = ${userId}`,
    ],
    [
      'is made to have idled',
      (userId: string) => base.sql`
      update sessions set seen_at = seen_at - interval '31 minutes' where user_id = ${userId}`,
    ],
    ['is removed', (userId: string) => base.sql`delete from sessions where user_id = ${userId}`],
    [
      'is of an account that is disabled',
      (userId: string) => base.sql`
      update users set disabled_at = now() where id = ${userId}`,
    ],
  ])('is nobody as soon as their session %s, wherever that was done', async (_, happen) => {
    const { userId } = await aCitizen(ctx(), 'binh')
    const token = await aSession(ctx(), 'binh')
    expect(await nameOn(token)).toBe('Trần Thị Bình')
    expect(people.known(token, HELP)).not.toBeUndefined()
    await happen(userId)
    await soon(() => {
      expect(people.known(token, HELP)).toBeUndefined()
    })
    expect(await nameOn(token)).toBeNull()
    await base.sql`update users set disabled_at = null`
  })

  it('has another name as soon as the account has', async () => {
    const { userId } = await aCitizen(ctx())
    const token = await aSession(ctx())
    expect(await nameOn(token)).toBe('Nguyễn Văn An')
    await base.sql`update users set name = 'Nguyễn Văn <b>An</b>' where id = ${userId}`
    await soon(() => {
      expect(people.known(token, HELP)).toBeUndefined()
    })
    expect(await nameOn(token)).toBe('Nguyễn Văn <b>An</b>')
  })

  it('is not remembered by what was read before a change that was told meanwhile', async () => {
    const token = await aSession(ctx())
    const reading = people.find(token, HELP)
    people.changed('person:somebody')
    expect(await reading).not.toBeNull()
    expect(people.known(token, HELP)).toBeUndefined()
  })
})

describe('what waits for somebody', () => {
  const pendingOn = (token: string) => people.known(token, HOME)?.values['pending']

  it('stands on the home page, and changes there as soon as a draft is begun or discarded', async () => {
    const actor = await aCitizen(ctx(), 'binh')
    const token = await aSession(ctx(), 'binh')
    await people.find(token, HOME)
    expect(pendingOn(token)).toEqual([])
    const draft = await startDraft({ ...ctx(), actor }, 'doi-giay-phep-lai-xe')
    if (!draft.ok) throw new Error(draft.error.code)
    await soon(() => {
      expect(pendingOn(token)).toBeUndefined()
    })
    await people.find(token, HOME)
    const rows = [{ draft: [{ id: draft.value, procedure: 'Đổi giấy phép lái xe' }] }]
    expect(pendingOn(token)).toEqual([{ rows }])
    await discardDraft({ ...ctx(), actor }, draft.value)
    await soon(() => {
      expect(pendingOn(token)).toBeUndefined()
    })
    await people.find(token, HOME)
    expect(pendingOn(token)).toEqual([])
  })

  it('is looked up each time while several drafts stand in the order in which they were saved', async () => {
    const actor = await aCitizen(ctx())
    const token = await aSession(ctx())
    for (const slug of ['doi-giay-phep-lai-xe', 'dang-ky-khai-sinh']) await startDraft({ ...ctx(), actor }, slug)
    const drafts = await base.sql`select count(*)::int as n from drafts where owner_id = ${actor.userId}`
    expect(drafts).toMatchObject([{ n: 2 }])
    expect((await people.find(token, HOME))?.values['pending']).toHaveLength(1)
    expect(people.known(token, HOME)).toBeUndefined()
    expect(people.known(token, HELP)).not.toBeUndefined()
  })
})
