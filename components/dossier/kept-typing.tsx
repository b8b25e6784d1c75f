'use client'
import { createContext, type ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { type Locale, say } from '@/lib/i18n'
import { DOSSIER_WORDS as W } from './words'

/** What was typed into the form of this page before, by input name. */
export const KeptValues = createContext<Record<string, string>>({})

type Props = { typed: readonly (readonly [string, string])[] | null; locale: Locale; children: ReactNode }

/** Around a form that was sent after the session had ended: it begins with what was typed then, and says so. */
export function KeptTyping({ typed, locale, children }: Props) {
  if (typed === null) return children
  return (
    <KeptValues value={Object.fromEntries(typed)}>
      <div className="pb-5">
        <Notice tone="info" locale={locale} isLive title={say(W.typingKept, locale)} />
      </div>
      {children}
    </KeptValues>
  )
}
