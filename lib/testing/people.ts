import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { roleGrants } from '@/db/schema/accounts'
import { ROLES } from '@/lib/access'
import type { Officer, Person } from '@/lib/access'
import { identityClaims } from '@/lib/accounts/claims'
import { signInPerson } from '@/lib/accounts/people-repository'
import { type Visitor, visitorWith } from '@/lib/accounts/visitor-queries'
import type { Ctx } from '@/lib/ports'
import { DEMO_OFFICERS } from '@/lib/seed/server'

const CLAIMS = {
  an: {
    sub: 'an',
    LoaiTaiKhoan: 1,
    loAs: 2,
    SoDinhDanh: '001090000001',
    HoVaTen: 'Nguyễn Văn An',
    NgayThangNamSinh: '19900512',
    GioiTinh: 'Nam',
    ThuDienTu: 'an@example.vn',
    SoDienThoai: '0912345678',
    ThuongTru: { MaTinh: '01', MaXa: '00004', ChiTiet: 'Số 12 phố Đội Cấn' },
  },
  binh: {
    sub: 'binh',
    LoaiTaiKhoan: 1,
    loAs: 2,
    SoDinhDanh: '001192000002',
    HoVaTen: 'Trần Thị Bình',
    NgayThangNamSinh: '19920308',
    GioiTinh: 'Nữ',
    ThuDienTu: 'binh@example.vn',
    NoiOHienNay: { MaTinh: '01', MaXa: '00070', ChiTiet: 'Số 5 ngõ 8 phố Hàng Bông' },
  },
} as const

/** The token of a session that a demo citizen has just opened: account, facts and session are real. */
export async function aSession(ctx: Ctx, who: keyof typeof CLAIMS = 'an'): Promise<string> {
  const signedIn = await signInPerson(ctx, {
    issuer: 'http://localhost:1',
    claims: identityClaims.parse(CLAIMS[who]),
    verifiedAt: ctx.now,
    idToken: 'a.b.c',
    device: 'test',
    currentToken: null,
  })
  if (!signedIn.ok) throw new Error(signedIn.error.code)
  return signedIn.value
}

/** Who sends a request with this token, as a request that keeps the session awake. */
export const visitorBy = (base: Pick<Ctx, 'db' | 'now'>, token: string): Promise<Visitor> => visitorWith(base, token)

/** A demo citizen who has just signed in. */
export async function aCitizen(ctx: Ctx, who: keyof typeof CLAIMS = 'an'): Promise<Person> {
  const { actor } = await visitorWith(ctx, await aSession(ctx, who), true)
  if (actor.kind !== 'citizen') throw new Error(actor.kind)
  return actor
}

/** A demo officer with the posts the seed gives. */
export async function anOfficer(db: Database, username: string): Promise<Officer> {
  const officer = DEMO_OFFICERS.find((candidate) => candidate.username === username)
  if (officer === undefined) throw new Error(`no demo officer ${username}`)
  const rows = await db.select().from(roleGrants).where(eq(roleGrants.userId, officer.id))
  const grants = rows.map(({ role, agencyCode, unitId }) => {
    const match = ROLES.find((candidate) => candidate === role)
    if (match === undefined) throw new Error(`unknown role ${role}`)
    return { role: match, agencyCode, unitId }
  })
  return { kind: 'officer', userId: officer.id, name: officer.name, grants }
}
