import type { Text } from '@/lib/i18n'

export const TRUST_WORDS = {
  title: { vi: 'Gốc chứng thực tin cậy', en: 'Trusted roots' },
  lead: {
    vi: 'Chữ ký số chỉ được coi là hợp lệ khi chứng thư dẫn tới một gốc trong danh sách này. Mọi thay đổi có hiệu lực ngay và được ghi nhật ký.',
    en: 'A signature counts only when its certificate leads to a root in this list. Every change takes effect at once and is recorded.',
  },
  list: { vi: 'Danh sách gốc', en: 'Roots' },
  none: {
    vi: 'Chưa có gốc nào: mọi chữ ký số sẽ ở mức chưa kết luận được.',
    en: 'No root yet: no signature can be decided.',
  },
  name: { vi: 'Tên', en: 'Name' },
  set: { vi: 'Nhóm', en: 'Set' },
  period: { vi: 'Tin cậy từ – đến', en: 'Trusted from – to' },
  fingerprint: { vi: 'Vân tay SHA-256', en: 'SHA-256 fingerprint' },
  source: { vi: 'Nguồn', en: 'Source' },
  act: { vi: 'Thao tác', en: 'Action' },
  open: { vi: 'đang tin cậy', en: 'still trusted' },
  sample: { vi: 'Dữ liệu mẫu', en: 'Sample' },
  end: { vi: 'Ngừng tin cậy', en: 'Trust no longer' },
  add: { vi: 'Thêm gốc', en: 'Add a root' },
  file: { vi: 'Chứng thư gốc', en: 'Root certificate' },
  fileHint: {
    vi: 'Tệp .cer, .crt hoặc .pem tải từ trang chính thức của tổ chức chứng thực.',
    en: 'A .cer, .crt or .pem file from the authority’s official site.',
  },
  sourceHint: { vi: 'Văn bản hoặc trang công bố gốc này.', en: 'The document or page that publishes this root.' },
  preview: { vi: 'Xem vân tay', en: 'Show the fingerprint' },
  compare: {
    vi: 'Hãy so vân tay với giá trị do tổ chức chứng thực công bố trước khi thêm',
    en: 'Compare the fingerprint with the published one before adding',
  },
  validity: { vi: 'Hiệu lực chứng thư', en: 'Certificate validity' },
  confirm: { vi: 'Vân tay khớp, thêm gốc này', en: 'The fingerprint matches, add this root' },
  them: { vi: 'Đã thêm gốc tin cậy.', en: 'The root was added.' },
  'co-san': { vi: 'Gốc này đã có trong danh sách.', en: 'This root is already in the list.' },
  ngung: { vi: 'Đã ngừng tin cậy gốc này.', en: 'The root is trusted no longer.' },
  'khong-co': { vi: 'Gốc này đã ngừng từ trước.', en: 'This root had been ended before.' },
} as const satisfies Record<string, Text>
