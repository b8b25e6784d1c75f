'use client'

import { StatePage } from '@/components/layout/state-page'
import { localeOf } from '@/lib/i18n'

/** Stands where a part of a page failed; the frame around it is still there. */
export default function ErrorPage() {
  return (
    <StatePage
      state="failed"
      locale={localeOf(typeof document === 'undefined' ? 'vi' : document.documentElement.lang)}
    />
  )
}
