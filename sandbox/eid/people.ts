/** Sign-in without and with the one-time code: the two authentication contexts this identity provider can attest. */
export const ACR = { password: 'urn:vn:eid:acr:1', oneTimeCode: 'urn:vn:eid:acr:2' } as const

type Address = { MaTinh: string; MaXa: string; ChiTiet: string }

/** The claims of an electronic identity, under the names the national sign-on service uses. */
export type IdentityClaims = {
  /** 1 citizen, 2 organisation. */
  LoaiTaiKhoan: 1 | 2
  /** Assurance of the identity: 1 self-registered, 2 proven face to face. */
  loAs: 1 | 2
  SoDinhDanh: string
  HoVaTen: string
  /** yyyyMMdd */
  NgayThangNamSinh: string
  GioiTinh: 'Nam' | 'Nữ'
  DanToc: string
  QuocTich: string
  /** yyyyMMdd */
  NgayCap: string
  NoiCap: string
  ThuongTru: Address
  NoiOHienNay: Address
  SoDienThoai: string
  ThuDienTu: string
  MaSoDoanhNghiep?: string
  TenDoanhNghiep?: string
  DiaChi?: Address
  TrangThai: 'HoatDong'
}

export const CLAIM_NAMES: (keyof IdentityClaims)[] = [
  'LoaiTaiKhoan',
  'loAs',
  'SoDinhDanh',
  'HoVaTen',
  'NgayThangNamSinh',
  'GioiTinh',
  'DanToc',
  'QuocTich',
  'NgayCap',
  'NoiCap',
  'ThuongTru',
  'NoiOHienNay',
  'SoDienThoai',
  'ThuDienTu',
  'MaSoDoanhNghiep',
  'TenDoanhNghiep',
  'DiaChi',
  'TrangThai',
]

const common = {
  DanToc: 'Kinh',
  QuocTich: 'Việt Nam',
  NgayCap: '20220815',
  NoiCap: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
  TrangThai: 'HoatDong',
} as const

const baDinh: Address = { MaTinh: '01', MaXa: '00004', ChiTiet: 'Số 12 phố Đội Cấn' }
const hoanKiem: Address = { MaTinh: '01', MaXa: '00070', ChiTiet: 'Số 5 ngõ 8 phố Hàng Bông' }
const saiGon: Address = { MaTinh: '79', MaXa: '26740', ChiTiet: 'Số 45 đường Lê Thánh Tôn' }

/** The invented people of the sandbox, by `sub`. None of them exists. */
export const PEOPLE: Record<string, IdentityClaims> = {
  'eid-nguyen-van-an': {
    ...common,
    LoaiTaiKhoan: 1,
    loAs: 2,
    SoDinhDanh: '001090000001',
    HoVaTen: 'Nguyễn Văn An',
    NgayThangNamSinh: '19900512',
    GioiTinh: 'Nam',
    ThuongTru: baDinh,
    NoiOHienNay: baDinh,
    SoDienThoai: '+84912345601',
    ThuDienTu: 'nguyen.van.an@example.vn',
  },
  'eid-tran-thi-binh': {
    ...common,
    LoaiTaiKhoan: 1,
    loAs: 2,
    SoDinhDanh: '001192000002',
    HoVaTen: 'Trần Thị Bình',
    NgayThangNamSinh: '19920308',
    GioiTinh: 'Nữ',
    ThuongTru: hoanKiem,
    NoiOHienNay: hoanKiem,
    SoDienThoai: '+84912345602',
    ThuDienTu: 'tran.thi.binh@example.vn',
  },
  'eid-sao-mai': {
    ...common,
    LoaiTaiKhoan: 2,
    loAs: 2,
    SoDinhDanh: '079085000003',
    HoVaTen: 'Lê Hoàng Nam',
    NgayThangNamSinh: '19851120',
    GioiTinh: 'Nam',
    ThuongTru: saiGon,
    NoiOHienNay: saiGon,
    SoDienThoai: '+84912345603',
    ThuDienTu: 'lien.he@saomai.example.vn',
    MaSoDoanhNghiep: '0312687878',
    TenDoanhNghiep: 'Công ty TNHH Thương mại Sao Mai',
    DiaChi: saiGon,
  },
  'eid-pham-minh-duc': {
    ...common,
    LoaiTaiKhoan: 1,
    loAs: 1,
    SoDinhDanh: '001095000004',
    HoVaTen: 'Phạm Minh Đức',
    NgayThangNamSinh: '19950917',
    GioiTinh: 'Nam',
    ThuongTru: baDinh,
    NoiOHienNay: baDinh,
    SoDienThoai: '+84912345604',
    ThuDienTu: 'pham.minh.duc@example.vn',
  },
}

/** How a person is shown in the list: the organisation's name where it is an organisation's account. */
export function titleOf(claims: IdentityClaims): string {
  return claims.TenDoanhNghiep === undefined ? claims.HoVaTen : `${claims.TenDoanhNghiep} (${claims.HoVaTen})`
}

/** Of the crowd each has the number in their `sub`: `eid-dan-1` to `eid-dan-99999`. */
const OF_THE_CROWD = /^eid-dan-([1-9]\d{0,4})$/

/** Who this is: one of the listed people, or one of a crowd nobody lists, for trials with many at once. */
export function personOf(sub: string): IdentityClaims | undefined {
  const number = OF_THE_CROWD.exec(sub)?.[1]
  if (number !== undefined) return crowdMember(number.padStart(5, '0'))
  return Object.hasOwn(PEOPLE, sub) ? PEOPLE[sub] : undefined
}

function crowdMember(number: string): IdentityClaims {
  return {
    ...common,
    LoaiTaiKhoan: 1,
    loAs: 2,
    SoDinhDanh: `0010901${number}`,
    HoVaTen: `Nguyễn Thử ${NAMES[Number(number) % NAMES.length] ?? ''}`,
    NgayThangNamSinh: '19900512',
    GioiTinh: 'Nam',
    ThuongTru: baDinh,
    NoiOHienNay: baDinh,
    SoDienThoai: `+849100${number}`,
    ThuDienTu: `dan.${number}@example.vn`,
  }
}

const NAMES = ['An', 'Bình', 'Cường', 'Dũng', 'Giang', 'Hải', 'Khoa', 'Long', 'Minh', 'Nam'] as const
