import { unitId } from '@/db/unit-id'

const TRAFFIC_POLICE = 'G01.126.08'
const WARD = 'H26.101'
const MINISTRY = 'G01'
/** Where else the eight procedures lead from the homes and seats of the demo's applicants. */
const OTHER_WARD = 'H26.104'
const CITY_POLICE = 'G01.126'
const SOCIAL_INSURANCE = 'G12.126'
const TRADE = 'H29.04'
const SOUTHERN_WARD = 'H29.168'

export type DemoOfficer = {
  id: string
  username: string
  name: string
  /** The number in their certificate, of those who sign results. */
  personalId: string | null
  agencyName: string
  grant: { id: string; role: string; agencyCode: string; unitId: string | null }
}

/** Names as lists of people to sign in as show them; the agencies themselves are reference data. */
const AGENCY_NAMES = {
  [TRAFFIC_POLICE]: 'Phòng Cảnh sát giao thông – Công an thành phố Hà Nội',
  [WARD]: 'Ủy ban nhân dân phường Ba Đình',
  [MINISTRY]: 'Bộ Công an',
  [OTHER_WARD]: 'Ủy ban nhân dân phường Hoàn Kiếm',
  [CITY_POLICE]: 'Công an thành phố Hà Nội',
  [SOCIAL_INSURANCE]: 'Bảo hiểm xã hội thành phố Hà Nội',
  [TRADE]: 'Sở Công Thương Thành phố Hồ Chí Minh',
  [SOUTHERN_WARD]: 'Ủy ban nhân dân phường Sài Gòn',
} as const

type Row = readonly [
  username: string,
  name: string,
  role: string,
  agencyCode: keyof typeof AGENCY_NAMES,
  unitCode?: string,
]

/** Their ids are counted along this list: new people go to its end. */
const ROWS: readonly Row[] = [
  ['hoa.nguyen', 'Nguyễn Thị Hoa', 'oneStopOfficer', TRAFFIC_POLICE, 'MC'],
  ['minh.tran', 'Trần Văn Minh', 'caseOfficer', TRAFFIC_POLICE, 'GPLX'],
  ['lan.do', 'Đỗ Thị Lan', 'caseOfficer', TRAFFIC_POLICE, 'GPLX'],
  ['long.vu', 'Vũ Đình Long', 'unitHead', TRAFFIC_POLICE, 'GPLX'],
  ['dung.pham', 'Phạm Quốc Dũng', 'agencyLeader', TRAFFIC_POLICE],
  ['thu.le', 'Lê Thị Thu', 'registrar', TRAFFIC_POLICE],
  ['mai.hoang', 'Hoàng Thị Mai', 'oneStopOfficer', WARD, 'MC'],
  ['tung.bui', 'Bùi Văn Tùng', 'caseOfficer', WARD],
  ['hanh.ngo', 'Ngô Thị Hạnh', 'agencyLeader', WARD],
  ['son.dang', 'Đặng Văn Sơn', 'nationalOverseer', MINISTRY],
  ['quan.tri', 'Quản trị hệ thống', 'systemAdmin', MINISTRY],
  ['nga.dinh', 'Đinh Thị Nga', 'oneStopOfficer', OTHER_WARD, 'MC'],
  ['phuc.ly', 'Lý Hữu Phúc', 'caseOfficer', OTHER_WARD, 'CM'],
  ['khanh.cao', 'Cao Quốc Khánh', 'agencyLeader', OTHER_WARD],
  ['thao.mai', 'Mai Phương Thảo', 'oneStopOfficer', CITY_POLICE, 'MC'],
  ['kien.ha', 'Hà Trung Kiên', 'caseOfficer', CITY_POLICE, 'CM'],
  ['hai.trinh', 'Trịnh Quang Hải', 'unitHead', CITY_POLICE, 'CM'],
  ['vinh.luu', 'Lưu Thế Vinh', 'agencyLeader', CITY_POLICE],
  ['ngoc.ta', 'Tạ Bích Ngọc', 'oneStopOfficer', SOCIAL_INSURANCE, 'MC'],
  ['dat.quach', 'Quách Tiến Đạt', 'caseOfficer', SOCIAL_INSURANCE, 'CM'],
  ['hien.luong', 'Lương Thị Hiền', 'unitHead', SOCIAL_INSURANCE, 'CM'],
  ['cuong.chu', 'Chu Mạnh Cường', 'agencyLeader', SOCIAL_INSURANCE],
  ['chau.tong', 'Tống Minh Châu', 'oneStopOfficer', TRADE, 'MC'],
  ['huy.phan', 'Phan Nhật Huy', 'caseOfficer', TRADE, 'CM'],
  ['oanh.la', 'La Kiều Oanh', 'unitHead', TRADE, 'CM'],
  ['tam.thai', 'Thái Thanh Tâm', 'agencyLeader', TRADE],
  ['yen.vo', 'Võ Thị Yến', 'oneStopOfficer', SOUTHERN_WARD, 'MC'],
  ['thinh.duong', 'Dương Gia Thịnh', 'caseOfficer', SOUTHERN_WARD, 'CM'],
  ['trang.huynh', 'Huỳnh Thu Trang', 'agencyLeader', SOUTHERN_WARD],
]

const PERSONAL_IDS: Readonly<Record<string, string>> = {
  'dung.pham': '001075000113',
  'hanh.ngo': '001180000114',
  'khanh.cao': '001078000115',
  'vinh.luu': '001072000117',
  'cuong.chu': '001076000118',
  'tam.thai': '079079000119',
  'trang.huynh': '079181000116',
}

/** A version 8 UUID (RFC 9562 section 5.8) of our own making: the same in every installation. */
export const sampleId = (kind: number, number: number) =>
  `00000000-0000-8000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`

/** The invented officers of the demo agencies, one at each post a dossier passes. */
export const DEMO_OFFICERS: readonly DemoOfficer[] = ROWS.map(
  ([username, name, role, agencyCode, unitCode], index) => ({
    id: sampleId(1, index + 1),
    username,
    name,
    personalId: PERSONAL_IDS[username] ?? null,
    agencyName: AGENCY_NAMES[agencyCode],
    grant: {
      id: sampleId(2, index + 1),
      role,
      agencyCode,
      unitId: unitCode === undefined ? null : unitId(agencyCode, unitCode),
    },
  }),
)
