import type { Command } from '@/lib/dossiers'
import type { Text } from '@/lib/i18n'

export const DESK_WORDS = {
  acts: { vi: 'Việc cần làm', en: 'What you can do' },
  noActs: {
    vi: 'Lúc này hồ sơ không chờ bạn làm gì.',
    en: 'This dossier waits for nothing from you just now.',
  },
  forwardTo: { vi: 'Chuyển đến đơn vị', en: 'Forward to unit' },
  warnings: { vi: 'Cần đối chiếu', en: 'Please compare' },
  facts: { vi: 'Định danh đã xác thực', en: 'Verified identity' },
  back: { vi: 'Quay lại hồ sơ', en: 'Back to the dossier' },
  done: { vi: 'Đã ghi nhận: {act}.', en: 'Done: {act}.' },
  approvalLead: {
    vi: 'Kiểm tra dự thảo kết quả bên dưới trước khi duyệt.',
    en: 'Check the draft result below before you approve.',
  },
  sentBack: {
    vi: 'Lãnh đạo trả lại dự thảo này, hiện chưa sửa',
    en: 'The leader sent this draft back; it is unchanged',
  },
  mendDraft: { vi: 'Sửa dự thảo kết quả', en: 'Correct the draft result' },
  pageOf: { vi: 'Trang {page} / {pages}', en: 'Page {page} of {pages}' },
  cannotShow: {
    vi: 'Tệp này quá lớn hoặc quá phức tạp để xem tại chỗ. Hãy tải về để xem.',
    en: 'This file is too large or too complex to be viewed here. Download it.',
  },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  resultFields: { vi: 'Nội dung in trên kết quả', en: 'What the result states' },
  preview: { vi: 'Bản xem trước của văn bản', en: 'Preview of the paper' },
  previewLead: {
    vi: 'Văn bản sẽ phát hành trông như dưới đây; số văn bản, ngày và mã kiểm tra có khi lãnh đạo ký duyệt. Hãy đọc kỹ trước khi trình.',
    en: 'The paper will look like this; its number, date and check code come when the leader approves. Read it before you send it on.',
  },
  previewPage: { vi: 'Bản xem trước, trang {page} trên {pages}', en: 'Preview, page {page} of {pages}' },
  previewOpen: { vi: 'Mở bản xem trước (PDF)', en: 'Open the preview (PDF)' },
  assignTo: { vi: 'Giao cho', en: 'Assign to' },
  reasonHint: {
    vi: 'Viết đủ để người nộp hiểu; nội dung này in vào văn bản.',
    en: 'Write so that the applicant understands; it is printed on the document.',
  },
  refuseWithdrawalHint: {
    vi: 'Viết đủ để người nộp hiểu; người nộp đọc nội dung này trong hồ sơ.',
    en: 'Write so that the applicant understands; they read it in their dossier.',
  },
  sendBackHint: {
    vi: 'Viết rõ cần sửa gì; chuyên viên thụ lý đọc nội dung này.',
    en: 'Say what to correct; the case officer reads this.',
  },
  groundHint: {
    vi: 'Phải chọn khi không đồng ý giải quyết; khi đồng ý thì để trống.',
    en: 'Needed when it is denied; leave empty when it is granted.',
  },
  guidanceHint: { vi: 'Nộp ở đâu, làm gì tiếp theo.', en: 'Where to file and what to do next.' },
  supplementLead: {
    vi: 'Đánh dấu MỌI mục còn thiếu hoặc sai. Pháp luật chỉ cho yêu cầu bổ sung một lần; lần thứ hai cần cấp trên và bị tính là quá hạn.',
    en: 'Tick EVERYTHING missing or wrong. The law allows one request; a second needs a superior and counts as overdue.',
  },
  supplementAgainLead: {
    vi: 'Đánh dấu MỌI mục vẫn còn thiếu hoặc sai.',
    en: 'Tick EVERYTHING that is still missing or wrong.',
  },
  askedTooOften: {
    vi: 'Đây là yêu cầu bổ sung lần {number}: gửi đi thì hồ sơ được tính là quá hạn',
    en: 'This is supplement request {number}: once sent, the dossier counts as overdue',
  },
  askedTooOftenLead: {
    vi: 'Khi thống kê, hồ sơ phải bổ sung hơn một lần được tính là quá hạn dù giải quyết trong thời hạn (Quyết định 766/QĐ-TTg). Chỉ gửi khi không thể giải quyết bằng những gì đã có.',
    en: 'In statistics a dossier supplemented more than once counts as overdue even if it is settled within its term (Decision 766/QĐ-TTg). Send it only if what is there does not suffice.',
  },
  howToMendHint: {
    vi: 'Người nộp cần làm gì, ví dụ: chụp lại cả hai mặt, đủ sáng.',
    en: 'What the applicant has to do, such as: photograph both sides again in good light.',
  },
  note: { vi: 'Ghi chú chung', en: 'General note' },
  documents: { vi: 'Giấy tờ', en: 'Documents' },
  choose: { vi: 'Chọn', en: 'Choose' },
} as const satisfies Record<string, Text>

/** The sentence on the button of an act, where it says more than its name. */
export const ACT_LEADS: Partial<Record<Command, Text>> = {
  accept: {
    vi: 'Hồ sơ đủ và đúng thẩm quyền: cấp mã hồ sơ và ngày hẹn trả.',
    en: 'Complete and ours: gives it its code and due date.',
  },
  approve: {
    vi: 'Kết quả được cấp số và hoàn thành hồ sơ. Cơ quan chưa có chữ ký số trên cổng: bản điện tử ghi rõ là chưa được ký, người nộp nhận bản có chữ ký và con dấu tại bộ phận Một cửa.',
    en: 'The result gets its number and the dossier is complete. This agency has no digital signature here: the electronic paper says that it is not signed, and the applicant collects the signed one at the desk.',
  },
  returnResult: { vi: 'Người nộp tải được kết quả ngay.', en: 'The applicant can open the result at once.' },
  take: { vi: 'Bạn sẽ là người thụ lý.', en: 'You become the case officer.' },
  closeUnanswered: {
    vi: 'Hồ sơ dừng xử lý ngay, không mở lại được; người nộp được báo và có thể nộp hồ sơ mới.',
    en: 'Processing stops at once and for good; the applicant is told and can file anew.',
  },
}
