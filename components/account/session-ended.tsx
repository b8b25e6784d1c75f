import { Notice } from '@/components/ui/notice'
import { type Locale, say } from '@/lib/i18n'
import { ACCOUNT_WORDS } from './words'

/** Why a page asks to sign in although one was signed in before. */
export function SessionEnded({ locale }: { locale: Locale }) {
  return (
    <Notice tone="warn" locale={locale} title={say(ACCOUNT_WORDS.endedBefore, locale)}>
      <p>{say(ACCOUNT_WORDS.endedBeforeWords, locale)}</p>
    </Notice>
  )
}
