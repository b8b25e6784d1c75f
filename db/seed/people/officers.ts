import { unitId } from '../../unit-id'

const TRAFFIC_POLICE = 'G01.126.08'
const WARD = 'H26.101'
const MINISTRY = 'G01'

export type DemoOfficer = {
  id: string
  username: string
  name: string
  /** The number in their certificate, of those who sign results. */
  personalId: string | null
  grant: { id: string; role: string; agencyCode: string; unitId: string | null }
}

type Row = readonly [username: string, name: string, role: string, agencyCode: string, unitCode?: string]

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
]

const PERSONAL_IDS: Readonly<Record<string, string>> = {
  'dung.pham': '001075000113',
  'hanh.ngo': '001180000114',
}

/** A version 8 UUID (RFC 9562 section 5.8) of our own making: the same in every installation. */
const sampleId = (kind: number, number: number) =>
  `00000000-0000-8000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`

/** The invented officers of the demo agencies, one at each post a dossier passes. */
export const DEMO_OFFICERS: readonly DemoOfficer[] = ROWS.map(
  ([username, name, role, agencyCode, unitCode], index) => ({
    id: sampleId(1, index + 1),
    username,
    name,
    personalId: PERSONAL_IDS[username] ?? null,
    grant: {
      id: sampleId(2, index + 1),
      role,
      agencyCode,
      unitId: unitCode === undefined ? null : unitId(agencyCode, unitCode),
    },
  }),
)
