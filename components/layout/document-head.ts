/** What every page says about itself before anything is seen. */
export const DESCRIPTION = 'Tìm thủ tục, nộp hồ sơ và theo dõi kết quả dịch vụ công trực tuyến.'
export const ICON = '/favicon.svg'
export const THEME_COLORS = [
  { media: '(prefers-color-scheme: light)', color: '#0c3a3b' },
  { media: '(prefers-color-scheme: dark)', color: '#0a2a2b' },
]
