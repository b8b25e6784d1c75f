'use client'

import { StatePage } from '@/components/layout/state-page'

import './globals.css'

/** Stands in for everything when even the frame could not be made. */
export default function GlobalError() {
  return (
    <html lang="vi">
      <body>
        <main>
          <StatePage state="unavailable" locale="vi" />
        </main>
      </body>
    </html>
  )
}
