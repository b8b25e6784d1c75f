import { Notice } from '@/components/ui/notice'
import { type Locale, say } from '@/lib/i18n'

import { LAYOUT_WORDS } from './words'

/** Hidden; shown by `lib/pages`, with the time, where a page can only be sent as it was kept. */
export function KeptCopyNotice({ locale }: { locale: Locale }) {
  return (
    <div hidden data-kept-copy="" className="mx-auto w-full max-w-page px-4 pt-4 sm:px-6">
      <Notice tone="warn" locale={locale} title={say(LAYOUT_WORDS.keptCopy, locale)}>
        <p>
          {say(LAYOUT_WORDS.keptAt, locale)} <time data-kept-at="" />.
        </p>
      </Notice>
    </div>
  )
}
