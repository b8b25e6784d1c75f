import type { Text } from '@/lib/i18n'

export const AGENCY_WORDS = {
  title: { vi: 'Cơ quan giải quyết thủ tục', en: 'Agencies' },
  lead: {
    vi: 'Bạn nộp hồ sơ ở đâu cũng được; đây là nơi có thẩm quyền quyết định.',
    en: 'You may file anywhere; these are the agencies that decide.',
  },
  central: { vi: 'Bộ, cơ quan ngang bộ', en: 'Ministries' },
  provinces: { vi: 'Tỉnh, thành phố', en: 'Provinces and cities' },
  provincial: { vi: 'Cơ quan cấp tỉnh', en: 'Provincial agencies' },
  communes: { vi: 'Xã, phường, đặc khu', en: 'Communes and wards' },
  code: { vi: 'Mã định danh', en: 'Organ code' },
  level: { vi: 'Cấp', en: 'Level' },
  above: { vi: 'Cơ quan cấp trên', en: 'Under' },
  units: { vi: 'Đơn vị', en: 'Units' },
  sample: { vi: 'Dữ liệu minh họa', en: 'Sample data' },
  source: { vi: 'Nguồn', en: 'Source' },
  services: { vi: 'Thủ tục thuộc thẩm quyền', en: 'Services it decides' },
  noServices: {
    vi: 'Chưa có thủ tục nào trên cổng này thuộc thẩm quyền của cơ quan.',
    en: 'No service on this portal is decided here yet.',
  },
} as const satisfies Record<string, Text>
