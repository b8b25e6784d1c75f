import type { Text } from '@/lib/i18n'

export const UI_WORDS = {
  portal: { vi: 'Một Cửa', en: 'Một Cửa' },
  stepOf: { vi: 'Bước {number} trên {count}: {label}', en: 'Step {number} of {count}: {label}' },
  error: { vi: 'Lỗi', en: 'Error' },
  optional: { vi: 'không bắt buộc', en: 'optional' },
  errorSummary: { vi: 'Có mục cần sửa', en: 'Some answers need attention' },
  previous: { vi: 'Trang trước', en: 'Previous' },
  next: { vi: 'Trang sau', en: 'Next' },
  pages: { vi: 'Chuyển trang', en: 'Pages' },
  done: { vi: 'xong', en: 'done' },
  current: { vi: 'đang ở bước này', en: 'current step' },
  breadcrumb: { vi: 'Bạn đang ở', en: 'You are here' },
  chooseFile: { vi: 'Chọn tệp', en: 'Choose a file' },
  chooseFiles: { vi: 'Chọn các tệp', en: 'Choose files' },
  noFile: { vi: 'Chưa chọn tệp nào', en: 'No file chosen' },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to main content' },
  length: { vi: 'Đã viết {length} trên {max} ký tự', en: '{length} of {max} characters' },
  tooLong: {
    vi: 'Dài {length} ký tự, nhiều nhất là {max}: cần bớt {over} ký tự',
    en: '{length} characters; at most {max} are allowed: {over} too many',
  },
  info: { vi: 'Thông tin', en: 'Information' },
  good: { vi: 'Thành công', en: 'Success' },
  warn: { vi: 'Lưu ý', en: 'Warning' },
  bad: { vi: 'Lỗi', en: 'Error' },
} as const satisfies Record<string, Text>
