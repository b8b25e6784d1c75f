import type { Text } from '@/lib/i18n'

export const DOSSIER_WORDS = {
  typingKept: {
    vi: 'Nội dung bạn đã nhập trước khi phiên kết thúc được điền lại dưới đây. Hãy kiểm tra rồi gửi.',
    en: 'What you typed before your session ended is filled in below. Check it, then send.',
  },
  code: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  submissionCode: { vi: 'Mã nộp hồ sơ', en: 'Submission number' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  state: { vi: 'Trạng thái', en: 'State' },
  whereIsIt: { vi: 'Hồ sơ đang ở đâu', en: 'Where the dossier is' },
  standing: { vi: 'Tình trạng thời hạn', en: 'Against the deadline' },
  pages: { vi: '{count} trang', en: 'pages: {count}' },
  number: { vi: 'Số', en: 'Number' },
  submittedAt: { vi: 'Nộp lúc', en: 'Submitted' },
  acceptedAt: { vi: 'Tiếp nhận lúc', en: 'Accepted' },
  due: { vi: 'Hẹn trả kết quả', en: 'Result due' },
  recounted: { vi: 'Ngày này sẽ được tính lại khi bổ sung đủ.', en: 'This date is counted anew once all is supplied.' },
  paused: { vi: 'Đang tạm dừng', en: 'Paused' },
  pausedSince: { vi: 'từ {at}, chờ người nộp bổ sung', en: 'since {at}, waiting for the applicant' },
  intakeDue: { vi: 'Hạn trả lời tiếp nhận', en: 'Intake answer due' },
  agency: { vi: 'Cơ quan giải quyết', en: 'Competent agency' },
  unit: { vi: 'Đơn vị đang giữ', en: 'Unit holding it' },
  person: { vi: 'Người đang xử lý', en: 'Person handling it' },
  since: { vi: 'Giữ từ', en: 'Held since' },
  nobody: { vi: 'Chưa phân công', en: 'Not assigned yet' },
  whyDate: { vi: 'Vì sao là ngày này?', en: 'Why this date?' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  answers: { vi: 'Nội dung khai', en: 'Answers' },
  files: { vi: 'Giấy tờ đã nộp', en: 'Documents submitted' },
  noFiles: { vi: 'Hồ sơ này không có tệp đính kèm.', en: 'This dossier has no files.' },
  papers: { vi: 'Văn bản của cơ quan', en: 'Documents of the agency' },
  noPapers: { vi: 'Chưa có văn bản nào.', en: 'No documents yet.' },
  history: { vi: 'Quá trình giải quyết', en: 'History' },
  supplement: { vi: 'Nội dung cần bổ sung', en: 'What to supplement' },
  howToMend: { vi: 'Cách sửa', en: 'How to mend it' },
  result: { vi: 'Kết quả', en: 'Result' },
  granted: { vi: 'Đồng ý giải quyết', en: 'Granted' },
  denied: { vi: 'Không đồng ý giải quyết', en: 'Denied' },
  reason: { vi: 'Lý do', en: 'Reason' },
  ground: { vi: 'Căn cứ', en: 'Ground' },
  guidance: { vi: 'Hướng dẫn', en: 'Guidance' },
  superseded: { vi: 'Đã thay bằng bản bổ sung', en: 'Replaced by a supplement' },
  open: { vi: 'Xem', en: 'View' },
  download: { vi: 'Tải về', en: 'Download' },
  fee: { vi: 'Phí, lệ phí', en: 'Fee' },
  change: { vi: 'Sửa', en: 'Change' },
  nothingAnswered: { vi: 'Không điền mục nào.', en: 'Nothing was filled in.' },
  verified: { vi: 'Đã xác thực', en: 'Verified' },
  daysLeft: { vi: 'còn {days} ngày làm việc', en: 'working days left: {days}' },
  daysOver: { vi: 'quá {days} ngày làm việc', en: 'working days over: {days}' },
  dueToday: { vi: 'đến hạn hôm nay', en: 'due today' },
  justOver: { vi: 'chưa quá một ngày làm việc', en: 'by less than a working day' },
  by: { vi: '{name}', en: '{name}' },
  system: { vi: 'Hệ thống', en: 'System' },
  you: { vi: 'Người nộp', en: 'Applicant' },
  signedByLeader: {
    vi: '{name} đã ký số với tư cách người có thẩm quyền.',
    en: 'Signed by {name} as the competent person.',
  },
} as const satisfies Record<string, Text>

/** How an official paper is signed by its agency, and for how long that can be shown. */
export const SIGNED_LEVEL_WORDS = {
  unsigned: {
    vi: 'Chưa có chữ ký số của cơ quan: nhận bản có chữ ký và con dấu tại bộ phận Một cửa.',
    en: 'Not digitally signed: collect the signed and stamped paper at the agency’s one-stop desk.',
  },
  'B-LT': {
    vi: 'Có chữ ký số của cơ quan, kèm dấu thời gian và bằng chứng để kiểm tra lâu dài.',
    en: 'Digitally signed by the agency, with a timestamp and the proofs to check it by later.',
  },
  'B-LTA': {
    vi: 'Có chữ ký số của cơ quan; bằng chứng được gia hạn để lưu trữ nhiều năm.',
    en: 'Digitally signed by the agency; its proofs are renewed so that it can be kept for decades.',
  },
} as const satisfies Record<string, Text>

/** What the portal makes by itself is signed by nobody. */
export const MADE_BY_PORTAL = { vi: 'Do cổng lập tự động khi nộp.', en: 'Made by the portal when it was submitted.' }

/** Kinds of official papers, by the form's own name (TT 01/2018/TT-VPCP). */
export const PAPER_WORDS: Record<string, Text> = {
  acknowledgement: { vi: 'Xác nhận đã nộp hồ sơ', en: 'Acknowledgement of submission' },
  receipt: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt and appointment' },
  supplementRequest: { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Supplement request' },
  refusal: { vi: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', en: 'Refusal of intake' },
  terminationNotice: { vi: 'Thông báo dừng giải quyết hồ sơ', en: 'Notice of termination' },
  result: { vi: 'Kết quả giải quyết', en: 'Result' },
}
