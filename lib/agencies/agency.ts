import type { Text } from '@/lib/i18n'

/** What agencies do, one word for all agencies of a kind; routing rules name agencies by it. */
export const AGENCY_FUNCTIONS = {
  ministry: { vi: 'Bộ, cơ quan ngang bộ', en: 'Ministry or ministerial agency' },
  policeRecords: { vi: 'Cục Hồ sơ nghiệp vụ', en: 'Department of Police Records' },
  exportImport: { vi: 'Cục Xuất nhập khẩu', en: 'Agency of Foreign Trade' },
  provincialCommittee: { vi: 'Ủy ban nhân dân cấp tỉnh', en: 'Provincial People’s Committee' },
  homeAffairs: { vi: 'Sở Nội vụ', en: 'Department of Home Affairs' },
  justice: { vi: 'Sở Tư pháp', en: 'Department of Justice' },
  finance: { vi: 'Sở Tài chính', en: 'Department of Finance' },
  industryTrade: { vi: 'Sở Công Thương', en: 'Department of Industry and Trade' },
  agricultureEnvironment: { vi: 'Sở Nông nghiệp và Môi trường', en: 'Department of Agriculture and Environment' },
  construction: { vi: 'Sở Xây dựng', en: 'Department of Construction' },
  scienceTechnology: { vi: 'Sở Khoa học và Công nghệ', en: 'Department of Science and Technology' },
  cultureSports: { vi: 'Sở Văn hóa, Thể thao và Du lịch', en: 'Department of Culture, Sports and Tourism' },
  education: { vi: 'Sở Giáo dục và Đào tạo', en: 'Department of Education and Training' },
  health: { vi: 'Sở Y tế', en: 'Department of Health' },
  ethnicReligious: { vi: 'Sở Dân tộc và Tôn giáo', en: 'Department of Ethnic and Religious Affairs' },
  inspectorate: { vi: 'Thanh tra tỉnh', en: 'Provincial Inspectorate' },
  provincialPolice: { vi: 'Công an cấp tỉnh', en: 'Provincial police' },
  trafficPolice: { vi: 'Phòng Cảnh sát giao thông – Công an cấp tỉnh', en: 'Traffic Police Division' },
  socialInsurance: { vi: 'Cơ quan Bảo hiểm xã hội', en: 'Social security agency' },
  communeCommittee: { vi: 'Ủy ban nhân dân cấp xã', en: 'Communal People’s Committee' },
  communePolice: { vi: 'Công an cấp xã', en: 'Communal police' },
} as const satisfies Record<string, Text>

export type AgencyFunction = keyof typeof AGENCY_FUNCTIONS

export const AGENCY_LEVELS = {
  ministry: { vi: 'Trung ương', en: 'Central' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
} as const satisfies Record<string, Text>

export type AgencyLevel = keyof typeof AGENCY_LEVELS

/** An agency as it is on one day. */
export type Agency = {
  /** Organ code (Decision 20/2020/QĐ-TTg). */
  code: string
  name: Text
  level: AgencyLevel
  function: AgencyFunction
  /** The authority of the territory it belongs to. */
  parentCode: string | null
  /** The agency of its trade one level up. */
  superiorCode: string | null
  provinceCode: string | null
  wardCode: string | null
  /** Its code and place are made up in the real structure, not official. */
  isSample: boolean
  source: string
}

export const UNIT_KINDS = {
  oneStop: { vi: 'Bộ phận Một cửa', en: 'One-stop desk' },
  professional: { vi: 'Đơn vị chuyên môn', en: 'Professional unit' },
  registry: { vi: 'Văn thư', en: 'Registry' },
  leadership: { vi: 'Lãnh đạo', en: 'Leadership' },
} as const satisfies Record<string, Text>

export type UnitKind = keyof typeof UNIT_KINDS

export type Unit = { id: string; agencyCode: string; code: string; kind: UnitKind; name: Text }
