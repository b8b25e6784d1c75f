import type { Text } from '@/lib/i18n'

export type HelpTopic = { id: string; title: Text; paragraphs: Text[] }

/** Plain answers to what people ask first. */
const HELP_TOPICS: HelpTopic[] = [
  {
    id: 'nop-ho-so',
    title: { vi: 'Nộp hồ sơ thế nào?', en: 'How do I file?' },
    paragraphs: [
      {
        vi: 'Tìm thủ tục theo tên bạn vẫn gọi, đọc phần “Bạn cần chuẩn bị”, rồi bấm “Nộp hồ sơ”. Bạn đăng nhập bằng tài khoản định danh điện tử; những gì Nhà nước đã có về bạn được điền sẵn.',
        en: 'Find the service by the name you use for it, read “What you need”, then press “Start”. You sign in with your electronic identity; what the State already knows about you is filled in.',
      },
      {
        vi: 'Mỗi mục bạn điền được lưu ngay trên máy chủ. Mất mạng, hết phiên hay đổi máy, bạn đăng nhập lại và làm tiếp từ chỗ cũ.',
        en: 'Each answer is saved on the server at once. If the connection drops, the session ends or you change device, sign in again and go on.',
      },
    ],
  },
  {
    id: 'khong-dien-thoai',
    title: { vi: 'Không có máy tính hoặc gặp khó khăn?', en: 'No computer, or finding it hard?' },
    paragraphs: [
      {
        vi: 'Bạn có thể đến Trung tâm Phục vụ hành chính công của bất kỳ xã, phường nào, không phụ thuộc nơi ở. Cán bộ ở đó hướng dẫn bạn nộp hồ sơ.',
        en: 'Go to the public service centre of any commune or ward, wherever you live. The officer there shows you how to file.',
      },
    ],
  },
  {
    id: 'toan-trinh',
    title: { vi: 'Thế nào là toàn trình, một phần?', en: 'What do “wholly online” and “partly online” mean?' },
    paragraphs: [
      {
        vi: 'Toàn trình: mọi bước đều làm trên mạng, bạn không phải đến cơ quan lần nào. Đây là mức mặc định theo Nghị định 224/2026/NĐ-CP. Cổng thử nghiệm này chưa thu phí, lệ phí trực tuyến.',
        en: 'Wholly online: every step is done online; you never have to come. This is the rule under Decree 224/2026/NĐ-CP. This trial portal does not take fees online yet.',
      },
      {
        vi: 'Một phần: có một bước phải làm trực tiếp. Cơ quan phải công bố lý do, thuộc một trong bốn loại: luật yêu cầu có mặt; phải xác minh tại thực địa; lỗi kỹ thuật chưa khắc phục được; vấn đề kỹ thuật khác. Lý do hiện ngay trên trang của thủ tục.',
        en: 'Partly online: one step has to be done in person. The agency must publish why, as one of four grounds: the law requires presence; verification on site; a technical fault not yet fixed; another technical matter. The ground is shown on the page of the service.',
      },
    ],
  },
  {
    id: 'thoi-han',
    title: { vi: 'Ngày hẹn trả được tính thế nào?', en: 'How is the due date counted?' },
    paragraphs: [
      {
        vi: 'Đa số thủ tục tính theo ngày làm việc, bắt đầu khi cơ quan tiếp nhận hồ sơ. Hồ sơ tiếp nhận từ 15 giờ được tính từ ngày làm việc kế tiếp. Ngày nghỉ lễ, Tết không tính.',
        en: 'Most time limits are in working days; they start when the agency accepts the dossier. From 15:00 counting starts on the next working day. Public holidays do not count.',
      },
      {
        vi: 'Khi cơ quan yêu cầu bổ sung, thời hạn tạm dừng cho đến khi bạn bổ sung xong; sau đó tính tiếp hoặc tính lại từ đầu, tùy thủ tục. Trang hồ sơ của bạn luôn kèm lời giải thích vì sao là ngày đó.',
        en: 'While a supplement is asked of you the clock stands still; afterwards it goes on or starts again, depending on the service. Your dossier page always explains why the date is what it is.',
      },
    ],
  },
  {
    id: 'bo-sung',
    title: { vi: 'Bị yêu cầu bổ sung hoặc bị từ chối thì sao?', en: 'What if more is asked, or it is refused?' },
    paragraphs: [
      {
        vi: 'Cơ quan chỉ được yêu cầu bổ sung một lần, đầy đủ: từng mục thiếu, lý do và cách sửa. Từ chối thì phải nêu căn cứ pháp lý. Bạn có quyền khiếu nại. Cổng thử nghiệm này chưa nhận khiếu nại hay phản ánh, kiến nghị: hãy gửi đến cơ quan giải quyết hồ sơ, ghi trên trang hồ sơ của bạn.',
        en: 'The agency may ask for supplements once, completely: each item, the reason and how to mend it. A refusal must cite its legal ground. You may appeal. This trial portal does not take complaints or feedback yet: send them to the agency named on your dossier’s page.',
      },
    ],
  },
  {
    id: 'tra-cuu',
    title: { vi: 'Tra cứu hồ sơ không cần đăng nhập được không?', en: 'Can I check a dossier without signing in?' },
    paragraphs: [
      {
        vi: 'Được. Nhập mã hồ sơ hoặc mã nộp hồ sơ, hoặc quét mã QR trên giấy tiếp nhận. Trang tra cứu chỉ cho biết tiến độ, không hiện thông tin cá nhân.',
        en: 'Yes. Enter the dossier code or submission number, or scan the QR code on the receipt. Only progress is shown, nothing personal.',
      },
    ],
  },
  {
    id: 'du-lieu',
    title: { vi: 'Dữ liệu của tôi được dùng thế nào?', en: 'How is my data used?' },
    paragraphs: [
      {
        vi: 'Chỉ người giải quyết hồ sơ của bạn được xem, và mỗi lần xem đều được ghi lại. Cổng dùng cookie để giữ phiên đăng nhập, ngôn ngữ và cỡ chữ; không có mã theo dõi.',
        en: 'Only those handling your dossier can see it, and each reading is recorded. Cookies keep your session, language and text size; there is no tracking.',
      },
    ],
  },
]

/** What becomes of a file before an officer opens it, in this installation. */
const SCAN_WORDS = {
  scanned: {
    vi: 'Ảnh và tệp bạn gửi được quét mã độc trước khi cán bộ mở.',
    en: 'The photos and files you send are scanned for malware before an officer opens them.',
  },
  unscanned: {
    vi: 'Bản cài đặt này không có bộ quét mã độc: ảnh và tệp bạn gửi chưa được quét, và cán bộ được báo như vậy.',
    en: 'This installation has no malware scanner: the photos and files you send are not scanned, and officers are told so.',
  },
} as const satisfies Record<string, Text>

/** The help topics, with what is so in this installation. */
export function helpTopics(hasScanner: boolean): HelpTopic[] {
  const scan = hasScanner ? SCAN_WORDS.scanned : SCAN_WORDS.unscanned
  return HELP_TOPICS.map((topic) =>
    topic.id === 'du-lieu' ? { ...topic, paragraphs: [...topic.paragraphs, scan] } : topic,
  )
}

export const HELP_WORDS = {
  title: { vi: 'Trợ giúp', en: 'Help' },
  lead: {
    vi: 'Những câu hỏi thường gặp nhất, trả lời ngắn gọn.',
    en: 'The most frequent questions, answered briefly.',
  },
  contents: { vi: 'Trong trang này', en: 'On this page' },
  accessibility: { vi: 'Tuyên bố về khả năng tiếp cận', en: 'Accessibility statement' },
} as const satisfies Record<string, Text>

/** What this software does for accessibility, what is known to be weaker, and how it was tested. */
export const ACCESSIBILITY: HelpTopic[] = [
  {
    id: 'muc-tieu',
    title: { vi: 'Mục tiêu', en: 'Aim' },
    paragraphs: [
      {
        vi: 'Mọi trang được làm theo WCAG 2.2 mức AA, và dùng được từ màn hình rộng 320 điểm ảnh, bằng bàn phím, bằng trình đọc màn hình, khi tắt JavaScript và khi in ra giấy.',
        en: 'Every page is made to WCAG 2.2 level AA and works from 320 pixels, with the keyboard, with a screen reader, with JavaScript off, and on paper.',
      },
    ],
  },
  {
    id: 'tuy-chinh',
    title: { vi: 'Bạn có thể chỉnh', en: 'What you can adjust' },
    paragraphs: [
      {
        vi: 'Ba cỡ chữ và hai ngôn ngữ ở đầu mỗi trang; nền sáng hoặc tối theo cài đặt của máy; phóng to đến 400% không mất nội dung. Không có hình ảnh chuyển động, không có giới hạn thời gian cho việc đã lưu.',
        en: 'Three text sizes and two languages at the top of each page; light or dark follows your device; zoom to 400% loses nothing. Nothing moves, and saved work never times out.',
      },
    ],
  },
  {
    id: 'kiem-tra',
    title: { vi: 'Đã kiểm tra thế nào', en: 'How it was tested' },
    paragraphs: [
      {
        vi: 'Kiểm tra tự động bằng axe trên từng trang, ở màn hình hẹp và rộng, nền sáng và tối. Kiểm tra tự động không thay được người dùng thật; việc thử với người khuyết tật chưa được thực hiện.',
        en: 'Automatically with axe on each page, narrow and wide, light and dark. Automatic checks do not replace real people; testing with disabled users has not been done yet.',
      },
    ],
  },
  {
    id: 'han-che',
    title: { vi: 'Hạn chế đã biết', en: 'Known limits' },
    paragraphs: [
      {
        vi: 'Tệp do người nộp tải lên (ảnh chụp, bản quét) có thể không đọc được bằng trình đọc màn hình. Bản tiếng Anh là bản dịch; bản tiếng Việt là bản có giá trị.',
        en: 'Files uploaded by applicants (photos, scans) may not be readable by a screen reader. English is a translation; the Vietnamese text prevails.',
      },
    ],
  },
]
