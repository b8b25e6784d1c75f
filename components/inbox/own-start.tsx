import { Column } from '@/components/layout/frame'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import type { Locale } from '@/lib/i18n'
import { say } from '@/lib/i18n'
import type { OwnPage } from './own-pages'
import { INBOX_WORDS as W } from './words'

/** The start page of an officer who works on no dossiers: what is theirs, and nothing that never comes. */
export function OwnStart({ pages, locale }: { pages: readonly OwnPage[]; locale: Locale }) {
  return (
    <Column width="reading">
      <PageHeader title={say(W.yours, locale)} />
      {pages.length === 0 && <EmptyState title={say(W.noPost, locale)}>{say(W.noPostHelp, locale)}</EmptyState>}
      <ul className="flex flex-col gap-2">
        {pages.map(({ href, words }) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-11 items-center text-lg">
              {say(words, locale)}
            </a>
          </li>
        ))}
      </ul>
    </Column>
  )
}
