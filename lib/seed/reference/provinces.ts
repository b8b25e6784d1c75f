/** Days a name held; the end is included and open when null. */
export type Period = { effectiveFrom: string; effectiveTo: string | null }
export type ProvinceName = Period & {
  code: string
  /** Without its kind: `Hà Nội`. */
  plainName: string
  kind: 'city' | 'province'
  organCode: string
  source: string
  confidence: 'confirmed' | 'high' | 'medium'
}

const REFORM = '2025-07-01'
const SOURCE = 'Danh mục đơn vị hành chính (7/2026); mã định danh theo Quyết định 20/2020/QĐ-TTg'

/** GSO code, name, kind, organ code, and whether the organ code was found in print or follows from the order of the list. */
const NOW: readonly (readonly [string, string, ProvinceName['kind'], string, ProvinceName['confidence']])[] = [
  ['01', 'Hà Nội', 'city', 'H26', 'high'],
  ['04', 'Cao Bằng', 'province', 'H14', 'confirmed'],
  ['08', 'Tuyên Quang', 'province', 'H60', 'high'],
  ['11', 'Điện Biên', 'province', 'H18', 'high'],
  ['12', 'Lai Châu', 'province', 'H35', 'high'],
  ['14', 'Sơn La', 'province', 'H52', 'high'],
  ['15', 'Lào Cai', 'province', 'H38', 'high'],
  ['19', 'Thái Nguyên', 'province', 'H55', 'high'],
  ['20', 'Lạng Sơn', 'province', 'H37', 'confirmed'],
  ['22', 'Quảng Ninh', 'province', 'H49', 'high'],
  ['24', 'Bắc Ninh', 'province', 'H05', 'high'],
  ['25', 'Phú Thọ', 'province', 'H44', 'high'],
  ['31', 'Hải Phòng', 'city', 'H24', 'high'],
  ['33', 'Hưng Yên', 'province', 'H31', 'high'],
  ['37', 'Ninh Bình', 'province', 'H42', 'high'],
  ['38', 'Thanh Hóa', 'province', 'H56', 'confirmed'],
  ['40', 'Nghệ An', 'province', 'H41', 'confirmed'],
  ['42', 'Hà Tĩnh', 'province', 'H27', 'high'],
  ['44', 'Quảng Trị', 'province', 'H50', 'high'],
  ['46', 'Huế', 'city', 'H57', 'high'],
  ['48', 'Đà Nẵng', 'city', 'H17', 'high'],
  ['51', 'Quảng Ngãi', 'province', 'H48', 'high'],
  ['52', 'Gia Lai', 'province', 'H21', 'high'],
  ['56', 'Khánh Hòa', 'province', 'H32', 'high'],
  ['66', 'Đắk Lắk', 'province', 'H15', 'confirmed'],
  ['68', 'Lâm Đồng', 'province', 'H36', 'confirmed'],
  ['75', 'Đồng Nai', 'province', 'H19', 'confirmed'],
  ['79', 'Hồ Chí Minh', 'city', 'H29', 'high'],
  ['80', 'Tây Ninh', 'province', 'H53', 'high'],
  ['82', 'Đồng Tháp', 'province', 'H20', 'high'],
  ['86', 'Vĩnh Long', 'province', 'H61', 'high'],
  ['91', 'An Giang', 'province', 'H01', 'high'],
  ['92', 'Cần Thơ', 'city', 'H13', 'high'],
  ['96', 'Cà Mau', 'province', 'H12', 'high'],
]

/** Provinces that became cities under the central government: last day as a province, first as a city, how sure. */
const BECAME_CITY: Record<string, { until: string; from: string; confidence: ProvinceName['confidence'] }> = {
  '75': { until: '2026-04-29', from: '2026-04-30', confidence: 'confirmed' },
  '22': { until: '2026-09-19', from: '2026-09-20', confidence: 'medium' },
  '24': { until: '2026-09-19', from: '2026-09-20', confidence: 'medium' },
}

/** Every name a province has had since the two-level reform of 1 July 2025. */
export const PROVINCE_NAMES: readonly ProvinceName[] = NOW.flatMap(([code, plainName, kind, organCode, confidence]) => {
  const row: ProvinceName = {
    code,
    plainName,
    kind,
    organCode,
    source: SOURCE,
    confidence,
    effectiveFrom: REFORM,
    effectiveTo: null,
  }
  const change = BECAME_CITY[code]
  if (!change) return [row]
  const city: ProvinceName = { ...row, kind: 'city', effectiveFrom: change.from, confidence: change.confidence }
  const source =
    change.confidence === 'medium'
      ? 'Hai nguồn công bố tháng 9/2026; cần đối chiếu lại danh mục của Cục Thống kê'
      : 'Nghị quyết của Quốc hội, thành lập thành phố trực thuộc trung ương từ 30/4/2026'
  return [
    { ...row, effectiveTo: change.until },
    { ...city, source },
  ]
})

/** `Thành phố Hà Nội`, `Tỉnh Cao Bằng`. */
export function fullName({ kind, plainName }: Pick<ProvinceName, 'kind' | 'plainName'>): string {
  return `${kind === 'city' ? 'Thành phố' : 'Tỉnh'} ${plainName}`
}
