import { z } from 'zod'
import type { Facts } from '@/lib/forms'

const words = z
  .string()
  .max(300)
  .transform((text) => text.normalize('NFC').trim())
const day = z.string().regex(/^\d{8}$/)
const level = z.coerce.number().pipe(z.union([z.literal(1), z.literal(2)]))
const place = z.object({ MaTinh: z.string().regex(/^\d{2}$/), MaXa: z.string().regex(/^\d{5}$/), ChiTiet: words })

/** The claims of the national sign-on service that we read; it may send more. */
export const identityClaims = z
  .object({
    sub: z.string().min(1).max(255),
    /** 1 citizen, 2 organisation. */
    LoaiTaiKhoan: level,
    loAs: level,
    SoDinhDanh: z.string().regex(/^\d{12}$/),
    HoVaTen: words.pipe(z.string().min(1)),
    /** yyyyMMdd, or only the year. */
    NgayThangNamSinh: z.union([day, z.string().regex(/^\d{4}$/)]),
    GioiTinh: z.enum(['Nam', 'Nữ']).optional(),
    DanToc: words.optional(),
    QuocTich: words.optional(),
    NgayCap: day.optional(),
    NoiCap: words.optional(),
    ThuongTru: place.optional(),
    NoiOHienNay: place.optional(),
    SoDienThoai: z.string().max(20).optional(),
    ThuDienTu: z.email().max(254).optional(),
    MaSoDoanhNghiep: z
      .string()
      .regex(/^\d{10}(?:-\d{3})?$/)
      .optional(),
    TenDoanhNghiep: words.optional(),
    DiaChi: place.optional(),
  })
  .refine(
    (claims) =>
      claims.LoaiTaiKhoan === 1 || (claims.MaSoDoanhNghiep !== undefined && claims.TenDoanhNghiep !== undefined),
    { path: ['MaSoDoanhNghiep'], message: 'an organisation has a number and a name' },
  )
export type IdentityClaims = z.infer<typeof identityClaims>

const isoDay = (text: string) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`

function partialDay(text: string) {
  const y = Number(text.slice(0, 4))
  return text.length === 4 ? { y } : { y, m: Number(text.slice(4, 6)), d: Number(text.slice(6, 8)) }
}

function address(claim: z.infer<typeof place> | undefined) {
  return claim && { provinceCode: claim.MaTinh, wardCode: claim.MaXa, detail: claim.ChiTiet }
}

const SEX = { Nam: 'male', Nữ: 'female' } as const

function personFacts(claims: IdentityClaims): Facts {
  return {
    'person.fullName': claims.HoVaTen,
    'person.dob': partialDay(claims.NgayThangNamSinh),
    'person.sex': claims.GioiTinh && SEX[claims.GioiTinh],
    'person.personalId': claims.SoDinhDanh,
    'person.issueDate': claims.NgayCap && isoDay(claims.NgayCap),
    'person.issuePlace': claims.NoiCap,
    'person.ethnicity': claims.DanToc,
    'person.nationality': claims.QuocTich,
    'person.permanentAddress': address(claims.ThuongTru),
    'person.currentAddress': address(claims.NoiOHienNay),
    'person.phone': claims.SoDienThoai,
    'person.email': claims.ThuDienTu,
  }
}

/** The facts an identity proves, by the paths forms know them under; what was not sent is absent. */
export function factsFrom(claims: IdentityClaims): Facts {
  const organisation: Facts = {
    'organisation.name': claims.TenDoanhNghiep,
    'organisation.taxCode': claims.MaSoDoanhNghiep,
    'organisation.address': address(claims.DiaChi),
    'organisation.representative': claims.HoVaTen,
  }
  const all = { ...personFacts(claims), ...(claims.LoaiTaiKhoan === 2 ? organisation : {}) }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** Name and number an account is known by: the organisation's for an organisation. */
export function holderOf(claims: IdentityClaims): { kind: 'citizen' | 'business'; name: string; identifier: string } {
  return claims.LoaiTaiKhoan === 2
    ? { kind: 'business', name: claims.TenDoanhNghiep ?? claims.HoVaTen, identifier: claims.MaSoDoanhNghiep ?? '' }
    : { kind: 'citizen', name: claims.HoVaTen, identifier: claims.SoDinhDanh }
}
