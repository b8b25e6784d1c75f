import { type Locale, say } from '@/lib/i18n'

import { Icon } from './icon'
import { UI_WORDS } from './words'

type PaginationProps = { previousHref?: string | undefined; nextHref?: string | undefined; locale: Locale }

/** Two links of a list paged by key; nothing when there is one page. */
export function Pagination({ previousHref, nextHref, locale }: PaginationProps) {
  if (!previousHref && !nextHref) return null
  return (
    <nav aria-label={say(UI_WORDS.pages, locale)} className="flex justify-between gap-4 border-t border-line pt-4">
      {previousHref ? (
        <a href={previousHref} rel="prev" className="inline-flex min-h-11 items-center gap-1 font-semibold">
          <Icon name="left" /> {say(UI_WORDS.previous, locale)}
        </a>
      ) : (
        <span />
      )}
      {nextHref && (
        <a href={nextHref} rel="next" className="inline-flex min-h-11 items-center gap-1 font-semibold">
          {say(UI_WORDS.next, locale)} <Icon name="right" />
        </a>
      )}
    </nav>
  )
}
