import { type Locale, say } from '@/lib/i18n'

import { UI_WORDS } from './words'

/** Holds the place of what a script is still fetching; never the only thing a page without script shows. */
export function Skeleton({ lines = 3, locale }: { lines?: number; locale: Locale }) {
  return (
    <div role="status" className="flex flex-col gap-3 py-2">
      <span className="sr-only">{say(UI_WORDS.loading, locale)}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden="true" className="block h-4 rounded-sm bg-band last:w-3/5" />
      ))}
    </div>
  )
}
