import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { DESCRIPTION, ICON, THEME_COLORS } from '@/components/layout/document-head'
import { Frame } from '@/components/layout/frame'

import { version } from '../package.json'
import './globals.css'
import { viewer } from './viewer'

export const metadata: Metadata = { description: DESCRIPTION, icons: ICON }

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: THEME_COLORS }

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
