import { afterAll, beforeAll, expect, it } from 'vitest'
import { database, testCtx, type TestDatabase } from '@/lib/testing'
import { factsOf, visibleFactsOf } from './account-queries'
import { redeemTicket, ticketFor } from './certificate-sign-in'
import { identityClaims } from './claims'
import { signInPerson } from './people-repository'
import { requireRecentVerification } from './verification'
import { visitorWith } from './visitor-queries'

const SAO_MAI = {
  sub: 'sao-mai',
  LoaiTaiKhoan: 2,
  loAs: 2,
  SoDinhDanh: '079085000003',
  HoVaTen: 'Lê Hoàng Nam',
  NgayThangNamSinh: '19851120',
  ThuongTru: { MaTinh: '79', MaXa: '26740', ChiTiet: 'Số 45 đường Lê Thánh Tôn' },
  SoDienThoai: '0912345603',
  ThuDienTu: 'nam@example.vn',
  MaSoDoanhNghiep: '0312687878',
  TenDoanhNghiep: 'Công ty TNHH Thương mại Sao Mai',
}
const PROVEN = { taxCode: '0312687878', certificateSha256: 'a'.repeat(64) }
const IDENTITY = {
  issuer: 'http://localhost:1',
  verifiedAt: null,
  idToken: 'a.b.c',
  device: 'test',
  currentToken: null,
}

let base: TestDatabase
const ctx = () => testCtx(base.db)

const signedInByIdentity = (claims: object) =>
  signInPerson(ctx(), { ...IDENTITY, claims: identityClaims.parse(claims) })

beforeAll(async () => {
  base = await database()
  await signedInByIdentity(SAO_MAI)
})
afterAll(() => base.close())

async function tokenFor(on: ReturnType<typeof ctx>, isStepUp: boolean, currentToken: string | null = null) {
  const ticket = await ticketFor(on, PROVEN, { isStepUp })
  if (!ticket.ok) throw new Error(ticket.error.code)
  const token = await redeemTicket(on, ticket.value, { address: '10.0.0.1', device: 'test', currentToken })
  if (token === null) throw new Error('no session')
  return token
}

async function businessWith(token: string) {
  const { actor } = await visitorWith(ctx(), token, true)
  if (actor.kind !== 'business') throw new Error(actor.kind)
  return actor
}

it('whoever holds the company’s certificate sees the company and nothing of its director', async () => {
  const actor = await businessWith(await tokenFor(ctx(), false))
  expect(actor).toMatchObject({ name: 'Công ty TNHH Thương mại Sao Mai', signedInBy: 'certificate' })
  const facts = await visibleFactsOf(ctx(), actor)
  expect(facts).toMatchObject({ 'organisation.taxCode': '0312687878', 'organisation.name': actor.name })
  expect(Object.keys(facts).filter((path) => !path.startsWith('organisation.'))).toEqual([])
  expect(JSON.stringify(facts)).not.toMatch(/079085000003|1985|Lê Thánh Tôn/)
  expect(await factsOf(ctx(), actor.userId)).toMatchObject({ 'person.personalId': '079085000003' })
})

it('the director’s own session sees both', async () => {
  const signedIn = await signedInByIdentity(SAO_MAI)
  const actor = await businessWith(signedIn.ok ? signedIn.value : '')
  expect(actor.signedInBy).toBeUndefined()
  expect(await visibleFactsOf(ctx(), actor)).toMatchObject({ 'person.personalId': '079085000003' })
})

it('confirms its session with the certificate again, and nobody else’s', async () => {
  const first = await tokenFor(ctx(), false)
  const actor = await businessWith(first)
  expect(requireRecentVerification(actor, ctx().now)).toMatchObject({ error: { code: 'step-up-required' } })
  const second = await tokenFor({ ...ctx(), actor }, true, first)
  const confirmed = await businessWith(second)
  expect(confirmed.signedInBy).toBe('certificate')
  expect(requireRecentVerification(confirmed, ctx().now).ok).toBe(true)
  expect((await visitorWith(ctx(), first, true)).actor.kind).toBe('anonymous')
  const other = await signedInByIdentity({ ...SAO_MAI, sub: 'khac', MaSoDoanhNghiep: '0100109106' })
  const stranger = await businessWith(other.ok ? other.value : '')
  const refused = { error: { code: 'not-the-same-person' } }
  expect(await ticketFor({ ...ctx(), actor: stranger }, PROVEN, { isStepUp: true })).toMatchObject(refused)
  expect(await ticketFor(ctx(), PROVEN, { isStepUp: true })).toMatchObject(refused)
  const acts = await base.sql`
    select action from audit_log where subject_id = ${actor.userId} and data->>'by' = 'certificate' order by position`
  expect(acts.map((act): unknown => act['action']).at(-1)).toBe('user.verified')
})
