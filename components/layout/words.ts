import type { Text } from '@/lib/i18n'

import type { TextSize } from './viewer'

export const LAYOUT_WORDS = {
  name: { vi: 'Một Cửa', en: 'Một Cửa' },
  tagline: { vi: 'Cổng dịch vụ công', en: 'Public service portal' },
  again: { vi: 'Thử lại', en: 'Try again' },
  home: { vi: 'Trang chủ', en: 'Home' },
  mainMenu: { vi: 'Trình đơn chính', en: 'Main menu' },
  menu: { vi: 'Menu', en: 'Menu' },
  search: { vi: 'Tìm thủ tục', en: 'Find a service' },
  searchMenu: { vi: 'Tìm thủ tục', en: 'Services' },
  lookUp: { vi: 'Tra cứu', en: 'Check status' },
  mine: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  desk: { vi: 'Xử lý hồ sơ', en: 'Work on dossiers' },
  help: { vi: 'Trợ giúp', en: 'Help' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  account: { vi: 'Tài khoản và bảo mật', en: 'Account and security' },
  notices: { vi: 'Thông báo', en: 'Notices' },
  accountMenu: { vi: 'Tài khoản của', en: 'Account of' },
  textSize: { vi: 'Cỡ chữ', en: 'Text size' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  services: { vi: 'Dịch vụ', en: 'Services' },
  support: { vi: 'Hỗ trợ', en: 'Support' },
  about: { vi: 'Về cổng này', en: 'About' },
  agencies: { vi: 'Cơ quan giải quyết', en: 'Agencies' },
  verify: { vi: 'Kiểm tra chữ ký số', en: 'Verify a signature' },
  levels: { vi: 'Thế nào là toàn trình, một phần', en: 'What “wholly” and “partly online” mean' },
  accessibility: { vi: 'Tuyên bố về khả năng tiếp cận', en: 'Accessibility statement' },
  officerSignIn: { vi: 'Đăng nhập cho cán bộ', en: 'Sign in for officers' },
  keptCopy: {
    vi: 'Cổng đang tạm gián đoạn: bạn đang xem bản lưu của trang này',
    en: 'The portal is briefly unavailable: you are looking at a kept copy of this page',
  },
  keptAt: {
    vi: 'Thay đổi mới nhất có thể chưa hiện ở đây, và chưa đăng nhập hay nộp hồ sơ được. Bản lưu lúc',
    en: 'The latest changes may be missing here, and one cannot sign in or submit yet. Copy kept at',
  },
  sampleMark: { vi: 'Dữ liệu minh họa', en: 'Sample data' },
  sample: {
    vi: 'Bản này chạy với dữ liệu minh họa: cơ quan, con người và kết quả trên đây không có giá trị pháp lý. Hãy kiểm tra thủ tục tại quyết định công bố.',
    en: 'This copy runs on sample data: the agencies, people and results here have no legal force. Check each procedure against its published decision.',
  },
  version: {
    vi: 'Phần mềm nguồn mở, giấy phép Apache 2.0. Phiên bản {version}.',
    en: 'Open source, Apache 2.0 licence. Version {version}.',
  },
} as const satisfies Record<string, Text>

export const SIZE_WORDS = {
  normal: { vi: 'Cỡ chữ thường', en: 'Normal text' },
  large: { vi: 'Cỡ chữ lớn', en: 'Large text' },
  largest: { vi: 'Cỡ chữ rất lớn', en: 'Largest text' },
} as const satisfies Record<TextSize, Text>
