import type { Text } from '@/lib/i18n'
import type { UnitKind } from './agency'

export const ROUTING_ISSUES = {
  addressMissing: {
    vi: 'Cần địa chỉ đầy đủ (tỉnh, thành phố và xã, phường) để xác định cơ quan giải quyết. Hãy bổ sung địa chỉ.',
    en: 'A complete address (province and commune) is needed to find the competent agency. Please complete it.',
  },
  nobodyCompetent: {
    vi: 'Chưa có cơ quan giải quyết thủ tục này tại địa bàn đã chọn. Hãy kiểm tra lại tỉnh, thành phố và xã, phường.',
    en: 'No agency handles this procedure in the chosen place. Check the province and commune.',
  },
} as const satisfies Record<string, Text>

/** Units of an agency nobody has described: the four every one-stop mechanism has. */
export const GENERIC_UNITS = {
  oneStop: { code: 'MC', name: { vi: 'Bộ phận Tiếp nhận và Trả kết quả', en: 'One-stop desk' } },
  professional: { code: 'CM', name: { vi: 'Bộ phận chuyên môn', en: 'Professional unit' } },
  registry: { code: 'VT', name: { vi: 'Văn thư', en: 'Registry' } },
  leadership: { code: 'LD', name: { vi: 'Lãnh đạo cơ quan', en: 'Leadership' } },
} as const satisfies Record<UnitKind, { code: string; name: Text }>

/** At commune level the desk is the public service centre (Decree 118/2025/NĐ-CP). */
export const COMMUNE_DESK: Text = { vi: 'Trung tâm Phục vụ hành chính công', en: 'Public service centre' }
