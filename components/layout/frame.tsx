import type { ReactNode } from 'react'
import { SkipLink } from '@/components/ui/skip-link'

import { Footer } from './footer'
import { Header } from './header'
import { KeptCopyNotice } from './kept-copy-notice'
import { Preferences } from './preferences'
import type { Viewer } from './viewer'

/** Everything around a page: the root layout puts it there once, pages give only their content. */
export function Frame({ viewer, version, children }: { viewer: Viewer; version: string; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink locale={viewer.locale} />
      <Preferences locale={viewer.locale} size={viewer.size} />
      <Header {...viewer} />
      {viewer.person === null && <KeptCopyNotice locale={viewer.locale} />}
      <main id="noi-dung" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <Footer locale={viewer.locale} version={version} />
    </div>
  )
}

/** The column of a page under the header. `reading` for text and forms, `page` for lists. */
export function Column({ width = 'page', children }: { width?: 'page' | 'reading'; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-page px-4 pt-6 sm:px-6 md:pt-8">
      <div className={width === 'reading' ? 'max-w-reading' : undefined}>{children}</div>
    </div>
  )
}
