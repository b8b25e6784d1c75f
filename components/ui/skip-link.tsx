import { type Locale, say } from '@/lib/i18n'

import { UI_WORDS } from './words'

export function SkipLink({ locale }: { locale: Locale }) {
  return (
    <a
      href="#noi-dung"
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:bg-raised focus:px-4 focus:py-3 focus:text-action"
    >
      {say(UI_WORDS.skip, locale)}
    </a>
  )
}
