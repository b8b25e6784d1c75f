import type { Text } from '@/lib/i18n'

export const INBOX_WORDS = {
  title: { vi: 'Hồ sơ cần xử lý', en: 'Dossiers to work on' },
  queues: { vi: 'Hàng đợi', en: 'Queues' },
  search: { vi: 'Tìm hồ sơ', en: 'Find a dossier' },
  searchHint: {
    vi: 'Mã hồ sơ, mã nộp hồ sơ, số định danh hoặc họ tên',
    en: 'Dossier code, submission number, personal id or name',
  },
  searchButton: { vi: 'Tìm', en: 'Search' },
  found: { vi: 'Kết quả tìm “{q}”', en: 'Results for “{q}”' },
  foundNothing: { vi: 'Không thấy hồ sơ nào khớp', en: 'No dossier matches' },
  foundNothingHelp: {
    vi: 'Hãy kiểm tra lại mã, hoặc gõ ít nhất ba chữ của họ tên. Bạn chỉ thấy hồ sơ của cơ quan mình.',
    en: 'Check the code, or type at least three letters of the name. You see your own agency’s dossiers only.',
  },
  empty: { vi: 'Không có hồ sơ nào trong hàng đợi này', en: 'Nothing in this queue' },
  emptyHelp: {
    vi: 'Khi có hồ sơ mới, bạn sẽ thấy ở đây và trong phần thông báo.',
    en: 'New dossiers appear here and in your notices.',
  },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  state: { vi: 'Trạng thái', en: 'State' },
  due: { vi: 'Hạn', en: 'Due' },
  person: { vi: 'Người xử lý', en: 'Handled by' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  nearDue: { vi: 'Sắp đến hạn', en: 'Due soon' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  everyProcedure: { vi: 'Mọi thủ tục', en: 'Every procedure' },
  filter: { vi: 'Lọc', en: 'Filter' },
  anchors: { vi: 'Gốc chứng thực tin cậy', en: 'Trusted roots' },
  officers: { vi: 'Số định danh người ký', en: 'Numbers of signing officers' },
  troubles: { vi: 'Việc chạy nền bị lỗi', en: 'Background work that failed' },
} as const satisfies Record<string, Text>
