import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Frame } from '@/components/layout/frame'

import { version } from '../package.json'
import './globals.css'
import { viewer } from './viewer'

export const metadata: Metadata = {
  description: 'Tìm thủ tục, nộp hồ sơ và theo dõi kết quả dịch vụ công trực tuyến.',
  icons: '/favicon.svg',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#0c3a3b' },
    { media: '(prefers-color-scheme: dark)', color: '#0a2a2b' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const who = await viewer()
  return (
    <html lang={who.locale} data-size={who.size}>
      <body>
        <Frame viewer={who} version={version}>
          {children}
        </Frame>
      </body>
    </html>
  )
}
