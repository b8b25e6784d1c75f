import type { DeadlineUnit } from '@/lib/calendar'
import type { Text } from '@/lib/i18n'

export const PROCEDURE_WORDS = {
  services: { vi: 'Tìm thủ tục', en: 'Services' },
  start: { vi: 'Nộp hồ sơ', en: 'Start' },
  startHint: {
    vi: 'Bạn sẽ đăng nhập bằng tài khoản định danh điện tử. Điền đến đâu lưu đến đó.',
    en: 'You will sign in with your electronic identity. Every answer is saved as you go.',
  },
  atAGlance: { vi: 'Tóm tắt', en: 'At a glance' },
  handledBy: { vi: 'Cơ quan giải quyết', en: 'Handled by' },
  time: { vi: 'Thời hạn', en: 'Time limit' },
  cost: { vi: 'Phí, lệ phí hôm nay', en: 'Cost today' },
  result: { vi: 'Kết quả', en: 'Result' },
  level: { vi: 'Mức độ trực tuyến', en: 'Online level' },
  yourCase: { vi: 'Trường hợp của bạn', en: 'Your case' },
  yourCaseHint: {
    vi: 'Chọn trường hợp để xem đúng giấy tờ, phí và thời hạn.',
    en: 'Choose a case to see the papers, fee and time limit that apply.',
  },
  documents: { vi: 'Bạn cần chuẩn bị', en: 'What you need' },
  documentsOf: { vi: 'Cho trường hợp: {name}', en: 'For the case: {name}' },
  conditional: { vi: 'Tùy câu trả lời trong tờ khai', en: 'Depending on your answers' },
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  feesToday: { vi: 'Áp dụng hôm nay, {day}', en: 'In force today, {day}' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  notPaidHere: {
    vi: 'Cổng thử nghiệm này chưa thu phí, lệ phí trực tuyến; hãy nộp theo hướng dẫn của cơ quan giải quyết.',
    en: 'This trial portal does not take fees online yet; pay as the competent agency tells you.',
  },
  otherRates: { vi: 'Mức thu trước đây và sắp tới', en: 'Earlier and coming rates' },
  timeLimit: { vi: 'Thời hạn giải quyết', en: 'Time limit' },
  steps: { vi: 'Các bước thực hiện', en: 'Steps' },
  byYou: { vi: 'Bạn', en: 'You' },
  byAgency: { vi: 'Cơ quan', en: 'Agency' },
  where: { vi: 'Nộp ở đâu, ai giải quyết', en: 'Where to file, who decides' },
  whereWords: {
    vi: 'Nộp trên cổng này, hoặc tại bộ phận một cửa của bất kỳ xã, phường nào, không phụ thuộc nơi ở. Hồ sơ được chuyển ngay đến cơ quan có thẩm quyền.',
    en: 'File here, or at the one-stop desk of any commune or ward, wherever you live. The dossier goes to the competent agency at once.',
  },
  conditions: { vi: 'Yêu cầu, điều kiện', en: 'Conditions' },
  legalBasis: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  about: { vi: 'Về thông tin trên trang này', en: 'About this page' },
  code: { vi: 'Mã thủ tục', en: 'Procedure code' },
  otherCodes: { vi: 'Gồm cả các thủ tục', en: 'Also covers' },
  source: { vi: 'Nguồn', en: 'Source' },
  verifiedOn: { vi: 'Kiểm tra ngày', en: 'Checked on' },
  confidence: { vi: 'Độ tin cậy', en: 'Confidence' },
  delivery: { vi: 'Cách nhận kết quả', en: 'How you get it' },
  signature: { vi: 'Cách xác nhận hồ sơ', en: 'How you confirm it' },
  since: { vi: 'từ {from}', en: 'from {from}' },
  until: { vi: 'đến {to}', en: 'until {to}' },
  between: { vi: 'từ {from} đến {to}', en: 'from {from} to {to}' },
  dong: { vi: '{amount} đồng', en: 'VND {amount}' },
  perUnit: { vi: '{amount}/{unit}', en: '{amount} per {unit}' },
  plus: {
    vi: 'cộng {amount} cho mỗi {unit}, kể từ {unit} thứ {first}',
    en: 'plus {amount} for each {unit} from number {first} on',
  },
  aCopy: { vi: 'bản', en: 'copy' },
  reduced: { vi: '{amount} (có trường hợp giảm, miễn)', en: '{amount} (reduced or free for some)' },
  byCouncil: { vi: 'theo quy định của từng tỉnh', en: 'set by each province' },
  freeOrByCouncil: {
    vi: 'không thu; có trường hợp theo quy định của từng tỉnh',
    en: 'free; in some cases set by each province',
  },
  fromAmount: { vi: 'từ {amount}', en: 'from {amount}' },
  upTo: { vi: '{from} đến {to}', en: '{from} to {to}' },
  sameDay: { vi: 'Trong ngày', en: 'The same day' },
  none: { vi: 'Chưa có thông tin', en: 'Not known here' },
} as const satisfies Record<string, Text>

export const UNIT_WORDS = {
  WORKING_DAYS: { vi: '{amount} ngày làm việc', en: '{amount} working days' },
  CALENDAR_DAYS: { vi: '{amount} ngày', en: '{amount} days' },
  WORKING_HOURS: { vi: '{amount} giờ làm việc', en: '{amount} working hours' },
  SAME_DAY: PROCEDURE_WORDS.sameDay,
} as const satisfies Record<DeadlineUnit, Text>

/** How each kind of term is counted (domain rules of the one-stop mechanism). */
export const COUNTING_WORDS = {
  WORKING_DAYS: {
    vi: 'Tính từ khi cơ quan tiếp nhận; không tính thứ Bảy, Chủ nhật và ngày nghỉ lễ.',
    en: 'Counted from acceptance; Saturdays, Sundays and public holidays do not count.',
  },
  CALENDAR_DAYS: {
    vi: 'Tính từ khi cơ quan tiếp nhận, kể cả ngày nghỉ; nếu ngày cuối là ngày nghỉ thì trả vào ngày làm việc kế tiếp.',
    en: 'Counted from acceptance, days off included; if the last day is one, the result is due on the next working day.',
  },
  WORKING_HOURS: {
    vi: 'Tính theo giờ làm việc của cơ quan, từ khi tiếp nhận.',
    en: 'Counted in office hours from acceptance.',
  },
  SAME_DAY: {
    vi: 'Hồ sơ tiếp nhận trước {cutoff} được trả trong ngày; từ {cutoff} thì trả trong ngày làm việc kế tiếp.',
    en: 'Accepted before {cutoff}: the same day; from {cutoff}: the next working day.',
  },
  intakeShift: {
    vi: 'Hồ sơ tiếp nhận từ {cutoff} trở đi được tính từ ngày làm việc kế tiếp.',
    en: 'What is accepted from {cutoff} counts from the next working day.',
  },
  RESTART: {
    vi: 'Khi bạn được yêu cầu bổ sung, thời hạn tính lại từ đầu sau khi bổ sung đủ.',
    en: 'If a supplement is asked of you, the term starts again once it is complete.',
  },
  RESUME: {
    vi: 'Khi bạn được yêu cầu bổ sung, thời hạn tạm dừng và được tính tiếp sau khi bổ sung đủ.',
    en: 'If a supplement is asked of you, the term is suspended and goes on once it is complete.',
  },
  late: {
    vi: 'Nếu chậm, cơ quan phải xin lỗi bằng văn bản, nêu lý do và hẹn lại nhiều nhất một lần.',
    en: 'If it is late, the agency must apologise in writing, give the reason, and set one new date at most.',
  },
} as const satisfies Record<string, Text>
