import { mkdtemp, readFile, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { brokenAt } from '@/lib/ledger/server'
import { DEMO_OFFICERS } from '@/lib/seed/people'
import { database, type TestDatabase, testCtx } from '@/lib/testing'
import { factsOf, identifierHash, officersAt } from './account-queries'
import { identityClaims } from './claims'
import { type DemoCredentials, demoSignIns, provideDemoOfficers } from './demo-repository'
import { checkCode, checkPassword } from './officers-repository'
import { codeAt } from './one-time-codes'
import { signInPerson } from './people-repository'
import { listSessions, revokeSession } from './server'
import { endOtherSessions } from './sessions-repository'
import { sessionTokenIn, visitorWith } from './visitor-queries'

const NOW = new Date('2026-03-10T03:00:00Z')
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)
const ORIGIN = { address: '10.0.0.1', device: 'Chrome, Windows', currentToken: null }
const AN = identityClaims.parse({
  sub: 'an',
  LoaiTaiKhoan: 1,
  loAs: 2,
  SoDinhDanh: '001090000001',
  HoVaTen: 'Nguyễn Văn An',
  NgayThangNamSinh: '19900512',
  ThuDienTu: 'an@example.vn',
})

let base: TestDatabase
let people: DemoCredentials[]
let file: string
const ctx = (at = NOW) => ({ ...testCtx(base.db), now: at })

beforeAll(async () => {
  base = await database()
  file = path.join(await mkdtemp(path.join(os.tmpdir(), 'people-')), 'demo-people.json')
  people = await provideDemoOfficers(ctx(), DEMO_OFFICERS, file)
})
afterAll(() => base.close())

const identity = (changes: object = {}) => ({
  issuer: 'http://localhost:1',
  claims: AN,
  verifiedAt: null,
  idToken: 'a.b.c',
  device: 'Chrome, Windows',
  currentToken: null,
  ...changes,
})

async function signedIn(at = NOW, changes: object = {}): Promise<string> {
  const result = await signInPerson(ctx(at), identity(changes))
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

async function person(token: string, at = NOW) {
  const { actor } = await visitorWith(ctx(at), token, true)
  if (actor.kind !== 'citizen') throw new Error(`nobody: ${actor.kind}`)
  return actor
}

function credentialsOf(username: string) {
  const credentials = people.find((person) => person.username === username)
  if (!credentials) throw new Error(username)
  return credentials
}

it('makes one account of two first sign-ins at once, and no plain personal data lies in the tables', async () => {
  await Promise.all([signedIn(), signedIn()])
  expect(await base.sql`select count(*)::int as n from users where kind = 'citizen'`).toMatchObject([{ n: 1 }])
  const [row] = await base.sql`select encode(facts_sealed, 'escape') as sealed, identifier_hash from identities`
  expect(String(row?.['sealed'])).not.toContain('001090000001')
  expect(row?.['identifier_hash']).toBe(identifierHash(ctx(), '001 090 000 001'))
})

it('keeps the facts of the last sign-in', async () => {
  const { userId } = await person(await signedIn())
  expect((await factsOf(ctx(), userId))['person.email']).toBe('an@example.vn')
  await signedIn(NOW, { claims: { ...AN, ThuDienTu: 'moi@example.vn' } })
  expect((await factsOf(ctx(), userId))['person.email']).toBe('moi@example.vn')
  expect(await brokenAt(base.db, 'user', userId)).toBeNull()
})

it('calls a person as the last sign-in did, and two at once of a person known leave one whole chain', async () => {
  const renamed = { claims: { ...AN, HoVaTen: 'Nguyễn Văn Ân' } }
  const { userId, name } = await person(await signedIn(NOW, renamed))
  expect(name).toBe('Nguyễn Văn Ân')
  const tokens = await Promise.all([signedIn(NOW, renamed), signedIn()])
  for (const token of tokens) expect((await person(token)).userId).toBe(userId)
  expect(await brokenAt(base.db, 'user', userId)).toBeNull()
})

it('ends an idle session, keeps a used one awake, and ends that at the end of its life', async () => {
  const token = await signedIn()
  expect((await visitorWith(ctx(minutes(29)), token)).actor.kind).toBe('citizen')
  expect((await visitorWith(ctx(minutes(58)), token, true)).actor.kind).toBe('citizen')
  expect((await visitorWith(ctx(minutes(60)), token)).actor.kind).toBe('anonymous')
  const long = await signedIn()
  for (let at = 20; at < 720; at += 20) await visitorWith(ctx(minutes(at)), long)
  expect((await visitorWith(ctx(minutes(719)), long)).actor.kind).toBe('citizen')
  expect((await visitorWith(ctx(minutes(720)), long)).actor.kind).toBe('anonymous')
})

it('gives a confirmed identity a new token and ends the old one', async () => {
  const first = await signedIn()
  const second = await signedIn(minutes(1), { verifiedAt: minutes(1), currentToken: first })
  expect(second).not.toBe(first)
  expect((await visitorWith(ctx(minutes(1)), first)).actor.kind).toBe('anonymous')
  expect((await person(second, minutes(1))).verifiedAt).toEqual(minutes(1))
})

it('does not let another person confirm', async () => {
  const actor = await person(await signedIn())
  const other = { ...AN, sub: 'binh', SoDinhDanh: '001192000002' }
  const result = await signInPerson({ ...ctx(), actor }, identity({ claims: other, verifiedAt: NOW }))
  expect(result).toMatchObject({ ok: false, error: { code: 'not-the-same-person' } })
  expect(await base.sql`select 1 from identities where subject = 'binh'`).toHaveLength(0)
})

it('revokes sessions of one’s own only', async () => {
  const token = await signedIn()
  const mine = { ...ctx(), actor: await person(token) }
  const other = { ...ctx(), actor: { ...mine.actor, userId: mine.newId() } }
  const { session } = await visitorWith(mine, token, true)
  expect((await listSessions(mine)).map(({ id }) => id)).toContain(session?.id)
  expect(await revokeSession(other, session?.id ?? '')).toMatchObject({ error: { code: 'not-found' } })
  expect((await revokeSession(mine, session?.id ?? '')).ok).toBe(true)
  expect((await visitorWith(mine, token)).actor.kind).toBe('anonymous')
})

it('ends all sessions but the present one', async () => {
  const tokens = [await signedIn(), await signedIn(), await signedIn()]
  const [here = ''] = tokens
  const mine = { ...ctx(), actor: await person(here) }
  const { session } = await visitorWith(mine, here, true)
  const keep = { id: session?.id ?? '', userId: mine.actor.userId }
  await inTransaction(mine, (ctx) => endOtherSessions(ctx, keep))
  expect((await listSessions(mine)).map(({ id }) => id)).toEqual([keep.id])
  expect(await brokenAt(base.db, 'user', keep.userId)).toBeNull()
})

it('shuts out a disabled account at once', async () => {
  const token = await signedIn()
  const { userId } = await person(token)
  await base.sql`update users set disabled_at = now() where id = ${userId}`
  expect((await visitorWith(ctx(), token)).actor.kind).toBe('anonymous')
  expect(await signInPerson(ctx(), identity())).toMatchObject({ error: { code: 'account-disabled' } })
  await base.sql`update users set disabled_at = null where id = ${userId}`
})

it('carries the token in next-auth’s encrypted cookie and reads no other', async () => {
  const name = 'authjs.session-token'
  const settings = { secret: 's'.repeat(32), isSecure: false }
  const cookie = await encode({ token: { phien: 'abc' }, secret: settings.secret, salt: name })
  const forged = await encode({ token: { phien: 'abc' }, secret: 'x'.repeat(32), salt: name })
  expect(await sessionTokenIn(new Headers({ cookie: `${name}=${cookie}` }), settings)).toBe('abc')
  expect(await sessionTokenIn(new Headers({ cookie: `${name}=${forged}` }), settings)).toBeNull()
  expect(await sessionTokenIn(new Headers(), settings)).toBeNull()
})

it('signs an officer in by password and code, with today’s grants', async () => {
  const hoa = credentialsOf('hoa.nguyen')
  const challenge = await checkPassword(ctx(), hoa, ORIGIN)
  if (!challenge.ok) throw new Error(challenge.error.code)
  const step = { challenge: challenge.value, code: codeAt(hoa.totpSecret, NOW) }
  const both = await Promise.all([checkCode(ctx(), step, ORIGIN), checkCode(ctx(), step, ORIGIN)])
  expect(both.filter((result) => result.ok)).toHaveLength(1)
  const token = both.find((result) => result.ok)
  const { actor } = await visitorWith(ctx(), token?.ok ? token.value : null)
  expect(actor).toMatchObject({ kind: 'officer', name: 'Nguyễn Thị Hoa', grants: [{ role: 'oneStopOfficer' }] })
})

it('refuses a code used before, a wrong one, and a challenge five minutes old', async () => {
  const lan = credentialsOf('lan.do')
  const challenge = async (at: Date) => {
    const result = await checkPassword(ctx(at), lan, ORIGIN)
    return result.ok ? result.value : ''
  }
  const code = codeAt(lan.totpSecret, NOW)
  expect((await checkCode(ctx(), { challenge: await challenge(NOW), code }, ORIGIN)).ok).toBe(true)
  const again = await checkCode(ctx(), { challenge: await challenge(NOW), code }, ORIGIN)
  expect(again).toMatchObject({ error: { code: 'code-refused' } })
  const old = { challenge: await challenge(NOW), code: codeAt(lan.totpSecret, minutes(6)) }
  expect(await checkCode(ctx(minutes(6)), old, ORIGIN)).toMatchObject({ error: { code: 'challenge-expired' } })
})

it('makes guessing slow: per account, even at once and from everywhere, with words that say how long', async () => {
  const guess = (n: number, at = NOW) =>
    checkPassword(
      ctx(at),
      { username: 'minh.tran', password: `đoán ${String(n)}` },
      { ...ORIGIN, address: `10.1.0.${String(n)}` },
    )
  const codes = (await Promise.all(Array.from({ length: 9 }, (_, n) => guess(n)))).map((result) =>
    result.ok ? 'in' : result.error.code,
  )
  expect(codes.filter((code) => code === 'sign-in-failed')).toHaveLength(5)
  expect(codes.filter((code) => code === 'sign-in-paused')).toHaveLength(4)
  const right = credentialsOf('minh.tran')
  expect(await checkPassword(ctx(), right, ORIGIN)).toMatchObject({
    error: { code: 'sign-in-paused', detail: { seconds: 30 } },
  })
  expect((await checkPassword(ctx(minutes(1)), right, ORIGIN)).ok).toBe(true)
})

it('makes guessing slow: per address, over many names, known or not', async () => {
  const origin = { ...ORIGIN, address: '10.2.0.1' }
  const codes: string[] = []
  for (let n = 0; n < 31; n++) {
    const result = await checkPassword(ctx(), { username: `khong.co.${String(n)}`, password: 'x' }, origin)
    codes.push(result.ok ? 'in' : result.error.code)
  }
  expect(new Set(codes.slice(0, 30))).toEqual(new Set(['sign-in-failed']))
  expect(codes[30]).toBe('sign-in-paused')
  expect(await base.sql`select 1 from sign_in_attempts where key_hash like '%10.2%'`).toHaveLength(0)
})

it('keeps the demo secrets of an installation, for its owner only', async () => {
  const before = await readFile(file, 'utf8')
  await provideDemoOfficers(ctx(), DEMO_OFFICERS, file)
  expect(await readFile(file, 'utf8')).toBe(before)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await checkPassword(ctx(), credentialsOf('thu.le'), { ...ORIGIN, address: '10.3.0.1' })).ok).toBe(true)
})

it('lists the invented officers of a demo with their posts, and no real one', async () => {
  const listed = DEMO_OFFICERS.map(({ username, name, agencyName, grant }) => ({
    ...{ username, name, agencyName, role: grant.role },
  }))
  expect(await demoSignIns(ctx())).toEqual(listed)
  await base.sql`update users set is_sample = false where name = 'Lê Thị Thu'`
  expect(await demoSignIns(ctx())).toEqual(listed.filter(({ username }) => username !== 'thu.le'))
  await base.sql`update users set is_sample = true where name = 'Lê Thị Thu'`
})

it('lists whom work can be given to', async () => {
  const officers = await officersAt(ctx(), 'G01.126.08', ['caseOfficer'])
  expect(officers.map(({ name }) => name)).toEqual(['Đỗ Thị Lan', 'Trần Văn Minh'])
})
