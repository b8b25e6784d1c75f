import type { Text } from '@/lib/i18n'

/** The officer's queues, in the order of the screen; the URL carries the key. */
export const QUEUES = {
  'moi-nop': { vi: 'Mới nộp', en: 'New' },
  'chua-phan-cong': { vi: 'Chưa phân công', en: 'Unassigned' },
  'cua-toi': { vi: 'Của tôi', en: 'Mine' },
  'sap-den-han': { vi: 'Sắp đến hạn', en: 'Near due' },
  'qua-han': { vi: 'Quá hạn', en: 'Overdue' },
  'cho-nguoi-nop': { vi: 'Chờ người nộp', en: 'Waiting for applicant' },
  'cho-duyet': { vi: 'Chờ duyệt', en: 'Awaiting approval' },
  'cho-tra': { vi: 'Chờ trả kết quả', en: 'To be returned' },
  'tat-ca': { vi: 'Tất cả', en: 'All' },
} as const satisfies Record<string, Text>
export type Queue = keyof typeof QUEUES

export function queueOf(value: string | undefined): Queue | null {
  return Object.keys(QUEUES).find((queue): queue is Queue => queue === value) ?? null
}
