import type { KeyKind } from './keys'
import type { SubjectParts } from './names'

export type AuthorityId = 'cong-cong' | 'chinh-phu'

/** What is the matter with a demo certificate; `good` ones are what the demo signs with. */
export type HolderState = 'good' | 'revoked' | 'expired' | 'not-yet-valid' | 'wrong-purpose' | 'unknown-root'

export type Holder = {
  id: string
  subject: SubjectParts
  kind: 'person' | 'organisation'
  authority: AuthorityId
  key: KeyKind
  state: HolderState
  /** Whose account at the remote service the key is in, where it is not the holder's own. */
  account?: string
  /** How a remote RSA key signs; PKCS #1 v1.5 unless said. */
  remoteScheme?: 'rsa-pss'
  /** Password of the PKCS#12 file; absent where the key stays with the remote signing service. */
  password?: string
}

export const REMOTE_PIN = '246810'

const SAO_MAI = 'Công ty TNHH Thương mại Sao Mai'
const TRAFFIC_POLICE = 'Phòng Cảnh sát giao thông – Công an thành phố Hà Nội'
const an: SubjectParts = { commonName: 'Nguyễn Văn An', userId: 'CCCD:001090000001' }
const binh: SubjectParts = { commonName: 'Trần Thị Bình', userId: 'CCCD:001192000002' }
const nam: SubjectParts = {
  commonName: 'Lê Hoàng Nam',
  organisation: SAO_MAI,
  title: 'Giám đốc',
  userId: 'CCCD:079085000003',
}
const saoMai: SubjectParts = { commonName: SAO_MAI, organisation: SAO_MAI, userId: 'MST:0312687878' }
const dung: SubjectParts = {
  commonName: 'Phạm Quốc Dũng',
  organisation: 'Công an thành phố Hà Nội',
  unit: 'Phòng Cảnh sát giao thông',
  title: 'Trưởng phòng',
  userId: 'CCCD:001075000113',
}
const seal: SubjectParts = {
  commonName: TRAFFIC_POLICE,
  organisation: 'Công an thành phố Hà Nội',
  userId: 'MST:0109990113',
}

const hanh: SubjectParts = {
  commonName: 'Ngô Thị Hạnh',
  organisation: 'Ủy ban nhân dân phường Ba Đình',
  title: 'Chủ tịch',
  userId: 'CCCD:001180000114',
}
const wardSeal: SubjectParts = {
  commonName: 'Ủy ban nhân dân phường Ba Đình',
  organisation: 'Ủy ban nhân dân phường Ba Đình',
  userId: 'MST:0109990121',
}

/** The leader and the seal of an agency: both names, its tax code. */
const leaderOf = (organisation: string, title: string, commonName: string, number: string): SubjectParts => ({
  ...{ commonName, organisation, title, userId: `CCCD:${number}` },
})
const sealOf = (organisation: string, number: string): SubjectParts => ({
  ...{ commonName: organisation, organisation, userId: `MST:${number}` },
})
const HOAN_KIEM = 'Ủy ban nhân dân phường Hoàn Kiếm'
const CITY_POLICE = 'Công an thành phố Hà Nội'
const SOCIAL_INSURANCE = 'Bảo hiểm xã hội thành phố Hà Nội'
const TRADE = 'Sở Công Thương Thành phố Hồ Chí Minh'
const SAI_GON = 'Ủy ban nhân dân phường Sài Gòn'

const khanh = leaderOf(HOAN_KIEM, 'Chủ tịch', 'Cao Quốc Khánh', '001078000115')
const vinh = leaderOf(CITY_POLICE, 'Giám đốc', 'Lưu Thế Vinh', '001072000117')
const cuong = leaderOf(SOCIAL_INSURANCE, 'Giám đốc', 'Chu Mạnh Cường', '001076000118')
const tam = leaderOf(TRADE, 'Giám đốc', 'Thái Thanh Tâm', '079079000119')
const trang = leaderOf(SAI_GON, 'Chủ tịch', 'Huỳnh Thu Trang', '079181000116')

type Row = Pick<Holder, 'id' | 'subject'> & Partial<Holder>

const person = (row: Row): Holder => ({
  kind: 'person',
  authority: 'cong-cong',
  key: 'rsa-2048',
  state: 'good',
  ...row,
})
const organisation = (row: Row): Holder => ({ ...person(row), kind: 'organisation' })
const official = (row: Row): Holder => person({ ...row, authority: 'chinh-phu', key: 'p-256' })
const sealHolder = (row: Row): Holder =>
  organisation({ ...row, authority: 'chinh-phu', key: 'p-256', password: 'ConDau-123456' })

/** Everybody who holds a demo certificate. None of them exists. */
export const HOLDERS: readonly Holder[] = [
  person({ id: 'nguyen-van-an', subject: an, password: 'An-123456' }),
  person({ id: 'tran-thi-binh', subject: binh, key: 'p-256', password: 'Bình-mật-khẩu' }),
  person({ id: 'le-hoang-nam', subject: nam, password: 'Nam-123456' }),
  organisation({ id: 'cong-ty-sao-mai', subject: saoMai, password: 'SaoMai-123456' }),
  person({ id: 'pham-quoc-dung', subject: dung, authority: 'chinh-phu', password: 'Dung-123456' }),
  organisation({ id: 'phong-csgt-ha-noi', subject: seal, authority: 'chinh-phu', password: 'ConDau-123456' }),
  person({ id: 'ngo-thi-hanh', subject: hanh, authority: 'chinh-phu', password: 'Hanh-123456' }),
  organisation({ id: 'ubnd-phuong-ba-dinh', subject: wardSeal, authority: 'chinh-phu', password: 'ConDau-123456' }),
  official({ id: 'cao-quoc-khanh', subject: khanh, password: 'Khanh-123456' }),
  sealHolder({ id: 'ubnd-phuong-hoan-kiem', subject: sealOf(HOAN_KIEM, '0109990122') }),
  official({ id: 'luu-the-vinh', subject: vinh, password: 'Vinh-123456' }),
  sealHolder({ id: 'cong-an-ha-noi', subject: sealOf(CITY_POLICE, '0109990123') }),
  official({ id: 'chu-manh-cuong', subject: cuong, password: 'Cuong-123456' }),
  sealHolder({ id: 'bhxh-ha-noi', subject: sealOf(SOCIAL_INSURANCE, '0109990124') }),
  official({ id: 'thai-thanh-tam', subject: tam, password: 'Tam-123456' }),
  sealHolder({ id: 'so-cong-thuong-tp-hcm', subject: sealOf(TRADE, '0319990125') }),
  official({ id: 'huynh-thu-trang', subject: trang, password: 'Trang-123456' }),
  sealHolder({ id: 'ubnd-phuong-sai-gon', subject: sealOf(SAI_GON, '0319990126') }),
  person({ id: 'nguyen-van-an-thu-hoi', subject: an, key: 'p-256', state: 'revoked', password: 'An-123456' }),
  person({ id: 'nguyen-van-an-het-han', subject: an, key: 'p-256', state: 'expired', password: 'An-123456' }),
  person({
    id: 'nguyen-van-an-chua-hieu-luc',
    subject: an,
    key: 'p-256',
    state: 'not-yet-valid',
    password: 'An-123456',
  }),
  person({
    id: 'nguyen-van-an-sai-muc-dich',
    subject: an,
    key: 'p-256',
    state: 'wrong-purpose',
    password: 'An-123456',
  }),
  person({ id: 'nguyen-van-an-goc-la', subject: an, key: 'p-256', state: 'unknown-root', password: 'An-123456' }),
  organisation({
    id: 'cong-ty-sao-mai-thu-hoi',
    subject: saoMai,
    key: 'p-256',
    state: 'revoked',
    password: 'SaoMai-123456',
  }),
  person({ id: 'ky-tu-xa-an', subject: an }),
  person({ id: 'ky-tu-xa-binh', subject: binh }),
  person({ id: 'ky-tu-xa-binh-ec', subject: binh, key: 'p-256', account: 'ky-tu-xa-binh' }),
  person({ id: 'ky-tu-xa-binh-pss', subject: binh, remoteScheme: 'rsa-pss', account: 'ky-tu-xa-binh' }),
  person({ id: 'ky-tu-xa-binh-het-han', subject: binh, key: 'p-256', state: 'expired', account: 'ky-tu-xa-binh' }),
  person({ id: 'ky-tu-xa-nam', subject: nam }),
  organisation({ id: 'ky-tu-xa-sao-mai', subject: saoMai }),
  person({ id: 'ky-tu-xa-dung', subject: dung, authority: 'chinh-phu' }),
  official({ id: 'ky-tu-xa-hanh', subject: hanh }),
  official({ id: 'ky-tu-xa-khanh', subject: khanh }),
  official({ id: 'ky-tu-xa-vinh', subject: vinh }),
  official({ id: 'ky-tu-xa-cuong', subject: cuong }),
  official({ id: 'ky-tu-xa-tam', subject: tam }),
  official({ id: 'ky-tu-xa-trang', subject: trang }),
]

export const isRemote = (holder: Holder): boolean => holder.password === undefined
