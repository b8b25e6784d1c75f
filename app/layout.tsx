import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Một Cửa – Cổng dịch vụ công', template: '%s – Một Cửa' },
  description: 'Tìm thủ tục, nộp hồ sơ và theo dõi kết quả dịch vụ công trực tuyến.',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#0c3a3b' },
    { media: '(prefers-color-scheme: dark)', color: '#0a2a2b' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="vi">
      <body>{children}</body>
    </html>
  )
}
