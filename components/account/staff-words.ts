import type { Text } from '@/lib/i18n'

export const STAFF_WORDS = {
  title: { vi: 'Điện thoại và số định danh của cán bộ', en: 'Telephones and numbers of officers' },
  lead: {
    vi: 'Điện thoại được in trên phiếu yêu cầu bổ sung và hiện cho người nộp hồ sơ. Khi đã ghi số định danh, lãnh đạo chỉ ký được kết quả bằng chứng thư số mang đúng số đó. Mỗi lần ghi hoặc đổi đều được ghi nhật ký.',
    en: 'Telephones are printed on requests for a supplement and shown to applicants. Once a number is recorded, a leader can sign results only with a certificate that carries it. Every recording and change is on record.',
  },
  list: { vi: 'Cán bộ', en: 'Officers' },
  agencies: { vi: 'Bộ phận Một cửa của các cơ quan', en: 'One-stop desks of agencies' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  search: { vi: 'Tìm cán bộ theo tên', en: 'Search officers by name' },
  find: { vi: 'Tìm', en: 'Search' },
  nobody: { vi: 'Không tìm thấy cán bộ nào', en: 'No officer was found' },
  nobodyHelp: {
    vi: 'Hãy thử một phần của tên, hoặc xóa ô tìm để xem tất cả.',
    en: 'Try a part of the name, or clear the search.',
  },
  more: {
    vi: 'Chỉ hiện {count} người đầu theo tên. Hãy tìm theo tên để thấy người khác.',
    en: 'Only the first {count} by name are shown. Search by name for others.',
  },
  name: { vi: 'Họ và tên', en: 'Name' },
  posts: { vi: 'Chức vụ', en: 'Post' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  number: { vi: 'Số định danh', en: 'Personal number' },
  notSigning: { vi: 'Không ký kết quả', en: 'Signs no results' },
  ending: { vi: 'kết thúc bằng {ending}', en: 'ending in {ending}' },
  recordedOn: { vi: 'ghi ngày {day}', en: 'recorded on {day}' },
  missing: { vi: 'Chưa ghi', en: 'Not recorded' },
  act: { vi: 'Thao tác', en: 'Action' },
  change: { vi: 'Ghi, đổi', en: 'Record, change' },
  phoneDone: { vi: 'Đã ghi điện thoại.', en: 'The telephone was recorded.' },
  numberDone: { vi: 'Đã ghi số định danh.', en: 'The number was recorded.' },
  deskTitle: { vi: 'Bộ phận Một cửa – {name}', en: 'One-stop desk – {name}' },
  deskLead: {
    vi: 'Số này hiện khi cán bộ đang giữ hồ sơ chưa có điện thoại riêng.',
    en: 'Shown where the officer who holds a dossier has no telephone of their own.',
  },
  phoneHint: {
    vi: 'Di động hoặc cố định có mã vùng, ví dụ 024 3942 0000. Để trống nếu không còn dùng số nào.',
    en: 'A mobile number, or a landline with its area code, such as 024 3942 0000. Leave empty where none is in use.',
  },
  numberHint: {
    vi: '12 chữ số, đúng như trên chứng thư số của người này.',
    en: '12 digits, exactly as in this person’s certificate.',
  },
  numberKnown: {
    vi: 'Số đang ghi kết thúc bằng {ending}, ghi ngày {day}.',
    en: 'The recorded one ends in {ending}, recorded on {day}.',
  },
  savePhone: { vi: 'Ghi điện thoại', en: 'Record the telephone' },
  saveNumber: { vi: 'Ghi số định danh', en: 'Record the number' },
  back: { vi: 'Quay lại danh sách', en: 'Back to the list' },
} as const satisfies Record<string, Text>
