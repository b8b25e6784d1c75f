import { classes } from '@/components/ui/classes'
import { accountPaths } from '@/lib/accounts'
import { LOCALES, type Locale, say } from '@/lib/i18n'

import { TEXT_SIZES, type TextSize, type Viewer } from './viewer'
import { LAYOUT_WORDS, SIZE_WORDS } from './words'

const LANGUAGES: Record<Locale, string> = { vi: 'Tiếng Việt', en: 'English' }
const LETTERS: Record<TextSize, string> = { normal: 'text-sm', large: 'text-lg', largest: 'text-xl' }
const PRESSABLE = 'min-h-9 min-w-8 px-1.5 leading-none text-ink-soft hover:text-ink hover:underline'
const PRESSED = 'font-semibold text-ink underline decoration-2 underline-offset-4'

/** Language and text size as two plain forms; `/tuy-chon` keeps the choice in a cookie and leads back here. */
export function Preferences({ locale, size }: Pick<Viewer, 'locale' | 'size'>) {
  return (
    <div className="bg-band print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-4 px-4 sm:px-6">
        <form method="post" action={accountPaths.preferences()} className="flex items-center gap-1">
          <span className="mr-1 hidden text-sm text-ink-soft sm:inline" aria-hidden="true">
            {say(LAYOUT_WORDS.textSize, locale)}
          </span>
          {TEXT_SIZES.map((textSize) => (
            <button
              key={textSize}
              name="co-chu"
              value={textSize}
              aria-label={`A: ${say(SIZE_WORDS[textSize], locale)}`}
              aria-pressed={textSize === size}
              className={classes(PRESSABLE, LETTERS[textSize], textSize === size && PRESSED)}
            >
              A
            </button>
          ))}
        </form>
        <form method="post" action={accountPaths.preferences()} className="flex items-center gap-1 text-sm">
          {LOCALES.map((language) => (
            <button
              key={language}
              name="ngon-ngu"
              value={language}
              lang={language}
              aria-pressed={language === locale}
              className={classes(PRESSABLE, language === locale && PRESSED)}
            >
              {LANGUAGES[language]}
            </button>
          ))}
        </form>
      </div>
    </div>
  )
}
