import type { ProvinceName } from './provinces'
import { PROVINCE_NAMES } from './provinces'
import type { Ward } from './wards'
import { WARDS } from './wards'

const SAMPLE = 'Mã mẫu, sinh theo cấu trúc của Quyết định 20/2020/QĐ-TTg'

/** The twelve compulsory departments of a province: last group of the code, names, what they do, their ministry. */
const DEPARTMENTS = [
  ['01', 'Sở Nội vụ', 'Department of Home Affairs', 'homeAffairs', 'G09'],
  ['02', 'Sở Tư pháp', 'Department of Justice', 'justice', 'G15'],
  ['03', 'Sở Tài chính', 'Department of Finance', 'finance', 'G12'],
  ['04', 'Sở Công Thương', 'Department of Industry and Trade', 'industryTrade', 'G02'],
  ['05', 'Sở Nông nghiệp và Môi trường', 'Department of Agriculture and Environment', 'agricultureEnvironment', 'G10'],
  ['06', 'Sở Xây dựng', 'Department of Construction', 'construction', 'G17'],
  ['07', 'Sở Khoa học và Công nghệ', 'Department of Science and Technology', 'scienceTechnology', 'G06'],
  ['08', 'Sở Văn hóa, Thể thao và Du lịch', 'Department of Culture, Sports and Tourism', 'cultureSports', 'G16'],
  ['09', 'Sở Giáo dục và Đào tạo', 'Department of Education and Training', 'education', 'G03'],
  ['10', 'Sở Y tế', 'Department of Health', 'health', 'G18'],
  ['11', 'Sở Dân tộc và Tôn giáo', 'Department of Ethnic and Religious Affairs', 'ethnicReligious', 'G21'],
  ['12', 'Thanh tra', 'Inspectorate', 'inspectorate', 'G20'],
] as const

/** How a place is written inside a name; Ho Chi Minh City alone keeps its capital letter. */
function place({ kind, plainName, code }: ProvinceName): { vi: string; en: string } {
  const word = kind === 'province' ? 'tỉnh' : code === '79' ? 'Thành phố' : 'thành phố'
  return { vi: `${word} ${plainName}`, en: `${plainName} ${kind === 'province' ? 'Province' : 'City'}` }
}

/** Code of a ministry's line in a province: `G01` and `H26` give `G01.126`. */
const lineCode = (ministry: string, organCode: string): string => `${ministry}.1${organCode.slice(1)}`

type Named = {
  code: string
  name: { vi: string; en: string }
  function: string
  parentCode: string | null
  superiorCode: string | null
  isSample: boolean
}

const sample = (row: Omit<Named, 'isSample'>): Named => ({ ...row, isSample: true })

function provinceAgencies(province: ProvinceName): Named[] {
  const { organCode } = province
  const { vi, en } = place(province)
  const police = lineCode('G01', organCode)
  const above = { parentCode: null, superiorCode: null }
  const name = { vi: `Ủy ban nhân dân ${vi}`, en: `People’s Committee of ${en}` }
  return [
    { code: organCode, name, function: 'provincialCommittee', ...above, isSample: false },
    ...DEPARTMENTS.map(([group, viName, enName, role, ministry]) =>
      sample({
        code: `${organCode}.${group}`,
        name: { vi: `${viName} ${vi}`, en: `${enName} of ${en}` },
        function: role,
        parentCode: organCode,
        superiorCode: ministry,
      }),
    ),
    sample({
      code: police,
      name: { vi: `Công an ${vi}`, en: `${en} Police` },
      function: 'provincialPolice',
      parentCode: organCode,
      superiorCode: 'G01',
    }),
    sample({
      code: `${police}.08`,
      name: { vi: `Phòng Cảnh sát giao thông – Công an ${vi}`, en: `Traffic Police Division – ${en} Police` },
      function: 'trafficPolice',
      parentCode: police,
      superiorCode: 'G01.08',
    }),
    sample({
      code: lineCode('G12', organCode),
      name: { vi: `Bảo hiểm xã hội ${vi}`, en: `Social Security of ${en}` },
      function: 'socialInsurance',
      parentCode: organCode,
      superiorCode: 'G12',
    }),
  ]
}

/** Communes are numbered from 101 in the order of their GSO codes. */
function communeAgencies(ward: Ward, organCode: string): Named[] {
  const group = String(101 + ward.position)
  const vi = `${ward.name.charAt(0).toLowerCase()}${ward.name.slice(1)}`
  const plain = ward.name.replace(/^(Phường|Xã|Đặc khu) /, '')
  const en = `${plain} ${{ ward: 'Ward', commune: 'Commune', specialZone: 'Special Zone' }[ward.kind]}`
  const committee = `${organCode}.${group}`
  const police = lineCode('G01', organCode)
  return [
    sample({
      code: committee,
      name: { vi: `Ủy ban nhân dân ${vi}`, en: `People’s Committee of ${en}` },
      function: 'communeCommittee',
      parentCode: organCode,
      superiorCode: organCode,
    }),
    sample({
      code: `${police}.${group}`,
      name: { vi: `Công an ${vi}`, en: `${en} Police` },
      function: 'communePolice',
      parentCode: committee,
      superiorCode: police,
    }),
  ]
}

const organCodes = new Map(PROVINCE_NAMES.map(({ code, organCode }) => [code, organCode]))

/** Every agency of every province and commune; those named after a province that changed have one row for each name. */
export function localAgencies() {
  const provincial = PROVINCE_NAMES.flatMap((province) =>
    provinceAgencies(province).map((agency) => ({
      ...agency,
      level: 'province' as const,
      provinceCode: province.code,
      wardCode: null,
      successorCode: null,
      effectiveFrom: province.effectiveFrom,
      effectiveTo: province.effectiveTo,
      source: agency.isSample ? SAMPLE : province.source,
    })),
  )
  const communal = WARDS.flatMap((ward) =>
    communeAgencies(ward, organCodes.get(ward.provinceCode) ?? '').map((agency) => ({
      ...agency,
      level: 'commune' as const,
      provinceCode: ward.provinceCode,
      wardCode: ward.code,
      successorCode: null,
      effectiveFrom: ward.effectiveFrom,
      effectiveTo: null,
      source: SAMPLE,
    })),
  )
  return [...provincial, ...communal]
}
