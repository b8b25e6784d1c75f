import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { labelled } from '@/lib/forms'
import { errorWords } from '@/lib/errors'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import type { DomainError } from '@/lib/kernel'

const RELOAD = {
  vi: 'Tải lại hồ sơ để xem nội dung mới',
  en: 'Reload the dossier to see what changed',
} as const satisfies Text

type Props = {
  error: DomainError | null
  /** What the place of an issue is called on the page; nothing where the words say it themselves. */
  labelOf?: (path: string) => string | undefined
  locale: Locale
  reloadHref: string
}

/** Why an act was refused: the places to mend, or what somebody else did meanwhile and the way to see it. */
export function ActError({ error, labelOf, locale, reloadHref }: Props) {
  if (error === null) return null
  const words = errorWords(error, locale)
  const issues = (error.issues ?? []).map(({ path, words: issueWords }) => {
    const label = labelOf?.(path)
    return { path, words: label === undefined ? say(issueWords, locale) : labelled(label, say(issueWords, locale)) }
  })
  if (issues.length > 0 && error.code !== 'changed-meanwhile') {
    const errors = issues.map((issue) => ({ href: `#${issue.path}`, words: issue.words }))
    return <ErrorSummary locale={locale} title={words} errors={errors} />
  }
  return (
    <Notice tone="bad" locale={locale} isLive title={words}>
      {issues.length > 0 && (
        <ul className="list-disc py-1 pl-5">
          {issues.map((issue) => (
            <li key={issue.path}>{issue.words}</li>
          ))}
        </ul>
      )}
      {/* During an outage there is nothing new to see, and leaving the page would lose what was typed. */}
      {error.code !== 'unavailable' && <a href={reloadHref}>{say(RELOAD, locale)}</a>}
    </Notice>
  )
}
