import { ErrorSummary } from '@/components/ui/error-summary'
import { FORM_WORDS } from '@/lib/forms'
import type { Locale } from '@/lib/i18n'
import { say } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'

/** What is wrong on the page, each line leading to its input. */
export function FormErrors({ issues, locale }: { issues: readonly Issue[]; locale: Locale }) {
  const errors = issues.map(({ path, words }) => ({ href: `#${path}`, words: words[locale] }))
  return (
    <ErrorSummary
      errors={errors}
      locale={locale}
      title={say(FORM_WORDS.errorTitle, locale, { count: errors.length })}
    />
  )
}
