import { type Locale, say } from '@/lib/i18n'

import { UI_WORDS } from './words'

type ErrorSummaryProps = { errors: { href: string; words: string }[]; locale: Locale; title?: string }

/** What is wrong on a form, at its top, each line leading to the place; nothing when nothing is wrong. */
export function ErrorSummary({ errors, locale, title }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <div
      role="alert"
      tabIndex={-1}
      id="error-summary"
      aria-labelledby="error-summary-title"
      className="rounded-md border-2 border-bad bg-bad-soft px-5 py-4"
    >
      <h2 id="error-summary-title" className="text-lg text-bad">
        {title ?? say(UI_WORDS.errorSummary, locale)}
      </h2>
      <ul className="mt-2 list-disc pl-5">
        {errors.map((error) => (
          <li key={error.href + error.words}>
            <a href={error.href} className="font-semibold text-bad">
              {error.words}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
