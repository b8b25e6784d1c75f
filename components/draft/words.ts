import type { Text } from '@/lib/i18n'

export const DRAFT_WORDS = {
  next: { vi: 'Lưu và tiếp tục', en: 'Save and continue' },
  saving: { vi: 'Đang lưu…', en: 'Saving…' },
  savedAt: { vi: 'Đã lưu lúc {at}', en: 'Saved at {at}' },
  offline: {
    vi: 'Mất kết nối: nội dung vẫn giữ trên trang này và sẽ tự lưu khi có mạng.',
    en: 'Offline: your typing is kept on this page and will be saved when the network is back.',
  },
  signedOut: {
    vi: 'Phiên đăng nhập đã hết. Nội dung vừa gõ vẫn được giữ trên máy này.',
    en: 'Your session has ended. What you typed is kept on this device.',
  },
  signIn: { vi: 'Đăng nhập lại để lưu', en: 'Sign in again to save' },
  closed: {
    vi: 'Bản nháp này đã được nộp hoặc xóa ở nơi khác.',
    en: 'This draft was submitted or discarded elsewhere.',
  },
  steps: { vi: 'Các bước', en: 'Steps' },
  documents: { vi: 'Giấy tờ', en: 'Documents' },
  review: { vi: 'Xem lại và nộp', en: 'Review and submit' },
  errorTab: { vi: 'Lỗi: {title}', en: 'Error: {title}' },
  documentsLead: {
    vi: 'Chụp ảnh hoặc chọn tệp cho từng giấy tờ. Mất mạng giữa chừng thì tải tiếp, không phải làm lại.',
    en: 'Take a photo or choose a file for each paper. If the network drops, the upload goes on where it stopped.',
  },
  required: { vi: 'Bắt buộc', en: 'Required' },
  optional: { vi: 'Nếu có', en: 'If you have it' },
  fromDatabase: {
    vi: 'Cơ quan tự tra cứu, bạn không phải nộp.',
    en: 'The agency looks this up; you need not send it.',
  },
  fromForm: { vi: 'Chính là tờ khai bạn vừa điền.', en: 'This is the form you have just filled in.' },
  stored: { vi: 'Đã lưu', en: 'Stored' },
  choose: { vi: 'Chọn tệp hoặc chụp ảnh', en: 'Choose a file or take a photo' },
  upload: { vi: 'Tải lên', en: 'Upload' },
  sign: { vi: 'Ký số', en: 'Sign' },
  remove: { vi: 'Xóa tệp', en: 'Remove file' },
  uploading: { vi: 'Đang tải lên {name}', en: 'Uploading {name}' },
  pause: { vi: 'Tạm dừng', en: 'Pause' },
  resume: { vi: 'Tải tiếp', en: 'Resume' },
  cancel: { vi: 'Bỏ tệp này', en: 'Drop this file' },
  waiting: { vi: 'Mất kết nối, sẽ tự tải tiếp khi có mạng.', en: 'Connection lost; the upload goes on by itself.' },
  resumeHint: {
    vi: 'Tệp “{name}” đang tải dở. Chọn lại đúng tệp đó để tải tiếp phần còn lại.',
    en: '“{name}” is partly uploaded. Choose the same file again to go on.',
  },
  checking: { vi: 'Đang kiểm tra tệp…', en: 'Checking the file…' },
  reviewLead: {
    vi: 'Đọc lại toàn bộ trước khi nộp. Sau khi nộp, hồ sơ chỉ sửa được khi cơ quan yêu cầu bổ sung.',
    en: 'Read everything once more. After submission it can be changed only when the agency asks for it.',
  },
  reviewSupplement: { vi: 'Xem lại và gửi bổ sung', en: 'Review and send the supplement' },
  reviewSupplementLead: {
    vi: 'Sửa các mục cơ quan yêu cầu rồi gửi. Mọi nội dung và tệp khác đã nộp vẫn giữ nguyên.',
    en: 'Mend what the agency asked for, then send it. All else you handed in stays as it is.',
  },
  noNewFiles: {
    vi: 'Chưa thêm tệp mới nào. Các tệp đã nộp vẫn được giữ.',
    en: 'No new files yet. Those you handed in are kept.',
  },
  noFilesYet: { vi: 'Chưa tải lên tệp nào.', en: 'No files uploaded yet.' },
  missing: { vi: 'Còn thiếu trước khi gửi', en: 'Missing before you can send it' },
  submit: { vi: 'Nộp hồ sơ', en: 'Submit' },
  sendSupplement: { vi: 'Gửi bổ sung', en: 'Send the supplement' },
  submitting: { vi: 'Đang nộp…', en: 'Submitting…' },
  fee: { vi: 'Phí, lệ phí phải nộp', en: 'Fee to pay' },
  feeNote: {
    vi: 'Mức phí tính theo ngày hôm nay. Bản này chưa thu trực tuyến: cơ quan thu khi trả kết quả.',
    en: 'As of today. This release does not collect online: the agency collects it when the result is returned.',
  },
  feeUnknown: { vi: 'Do Hội đồng nhân dân tỉnh quy định', en: 'Set by the provincial People’s Council' },
  commitment: {
    vi: 'Tôi cam đoan những nội dung khai trên là đúng sự thật và chịu trách nhiệm trước pháp luật.',
    en: 'I declare that what I have stated is true and answer for it before the law.',
  },
  keep: {
    vi: 'Bản nháp được lưu trên máy chủ.',
    en: 'This draft is kept on the server.',
  },
} as const satisfies Record<string, Text>
