import type { Text } from '@/lib/i18n'

/** Who holds a dossier, where it is nobody with a name. */
export const HOLDER_WORDS = {
  desk: { vi: 'Bộ phận Một cửa', en: 'One-stop desk' },
  leader: { vi: 'Lãnh đạo cơ quan', en: 'Leadership of the agency' },
  applicant: { vi: 'Người nộp hồ sơ', en: 'The applicant' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
  nobody: { vi: 'Chưa phân công', en: 'Not assigned yet' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  counted: { vi: 'Khi thống kê', en: 'In statistics' },
  countedOverdue: { vi: 'Tính là quá hạn', en: 'Counts as overdue' },
} as const satisfies Record<string, Text>
