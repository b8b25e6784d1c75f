import type { Text } from '@/lib/i18n'

/** One request for a supplement and what became of it. */
export const ROUND_WORDS = {
  title: { vi: 'Yêu cầu bổ sung lần {number}', en: 'Supplement request {number}' },
  waiting: { vi: 'Chờ người nộp bổ sung, hạn {due}', en: 'Waiting for the applicant, due {due}' },
  answered: { vi: 'Người nộp đã trả lời lúc {at}', en: 'The applicant answered at {at}' },
  closed: { vi: 'Không chờ bổ sung nữa từ {at}', en: 'No longer waited for since {at}' },
  askedBy: { vi: '{name} yêu cầu lúc {at}', en: 'Requested by {name} at {at}' },
  asked: { vi: 'Yêu cầu lúc {at}', en: 'Requested at {at}' },
  howToMend: { vi: 'Cách sửa', en: 'How to mend it' },
  given: { vi: 'Đang khai', en: 'Stated now' },
  was: { vi: 'Đã khai', en: 'Stated before' },
  becomes: { vi: 'Sửa thành', en: 'Corrected to' },
  added: { vi: 'Tệp mới', en: 'New files' },
  replaced: { vi: 'Thay cho tệp', en: 'In place of' },
  whyNot: { vi: 'Giữ nguyên, người nộp giải thích', en: 'Left as it was; the applicant explains' },
  explained: { vi: 'Người nộp giải thích', en: 'The applicant explains' },
  blank: { vi: 'để trống', en: 'left blank' },
  followed: {
    vi: 'Các mục sau thay đổi theo câu trả lời mới:',
    en: 'These answers followed the new ones:',
  },
  followedLine: { vi: '{label}: từ “{before}” thành “{after}”', en: '{label}: from “{before}” to “{after}”' },
  waitingTitle: { vi: 'Đang chờ người nộp bổ sung', en: 'Waiting for the applicant’s supplement' },
  waitingLine: {
    vi: 'Yêu cầu bổ sung lần {number}, gửi lúc {at}. Hạn bổ sung: {due}.',
    en: 'Supplement request {number}, sent at {at}. Due {due}.',
  },
  termPassed: {
    vi: 'Đã quá hạn bổ sung. Người nộp vẫn gửi được cho đến khi cơ quan dừng xử lý hồ sơ.',
    en: 'The term has passed. The applicant can still answer until the agency stops processing.',
  },
  countsAsOverdue: {
    vi: 'Hồ sơ phải bổ sung hơn một lần nên được tính là quá hạn khi thống kê (Quyết định 766/QĐ-TTg).',
    en: 'More than one supplement was requested, so it counts as overdue in statistics (Decision 766/QĐ-TTg).',
  },
  withdrawing: { vi: 'Người nộp xin rút hồ sơ', en: 'The applicant asks to withdraw it' },
  withdrawingSince: { vi: 'Gửi lúc {at}, chờ cơ quan quyết định.', en: 'Sent at {at}; the agency decides.' },
} as const satisfies Record<string, Text>
