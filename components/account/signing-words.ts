import type { Text } from '@/lib/i18n'

export const SIGNING_WORDS = {
  title: { vi: 'Số định danh của người ký kết quả', en: 'Numbers of those who sign results' },
  lead: {
    vi: 'Khi đã ghi số, lãnh đạo chỉ ký được kết quả bằng chứng thư số mang đúng số định danh cá nhân đó. Mỗi lần ghi hoặc đổi số đều được ghi nhật ký.',
    en: 'Once a number is recorded, a leader can sign results only with a certificate that carries it. Every recording and change is on record.',
  },
  list: { vi: 'Người ký kết quả', en: 'Those who sign results' },
  search: { vi: 'Tìm theo tên', en: 'Search by name' },
  find: { vi: 'Tìm', en: 'Search' },
  nobody: { vi: 'Không tìm thấy ai ký kết quả', en: 'Nobody who signs results was found' },
  nobodyHelp: {
    vi: 'Hãy thử một phần của tên, hoặc xóa ô tìm để xem tất cả.',
    en: 'Try a part of the name, or clear the search.',
  },
  name: { vi: 'Họ và tên', en: 'Name' },
  posts: { vi: 'Chức vụ', en: 'Post' },
  number: { vi: 'Số định danh', en: 'Personal number' },
  ending: { vi: 'kết thúc bằng {ending}', en: 'ending in {ending}' },
  recordedOn: { vi: 'ghi ngày {day}', en: 'recorded on {day}' },
  missing: { vi: 'Chưa ghi', en: 'Not recorded' },
  act: { vi: 'Thao tác', en: 'Action' },
  record: { vi: 'Ghi số', en: 'Record' },
  change: { vi: 'Đổi số', en: 'Change' },
  done: { vi: 'Đã ghi số định danh.', en: 'The number was recorded.' },
  formTitle: { vi: 'Số định danh của {name}', en: 'Personal number of {name}' },
  numberHint: {
    vi: '12 chữ số, đúng như trên chứng thư số của người này.',
    en: '12 digits, exactly as in this person’s certificate.',
  },
  save: { vi: 'Ghi số định danh', en: 'Record the number' },
  back: { vi: 'Quay lại danh sách', en: 'Back to the list' },
} as const satisfies Record<string, Text>
