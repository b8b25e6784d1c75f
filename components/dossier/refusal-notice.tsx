import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import type { Refusal } from '@/lib/errors'
import { labelled } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'

const RELOAD = {
  vi: 'Tải lại hồ sơ để xem nội dung mới',
  en: 'Reload the dossier to see what changed',
} as const satisfies Text

type Props = {
  refusal: Refusal
  /** What the place of an issue is called on the page; nothing where the words say it themselves. */
  labelOf?: ((path: string) => string | undefined) | undefined
  locale: Locale
  reloadHref: string
}

/** Why something was refused: the places to mend, or what somebody else did meanwhile and the way to see it. */
export function RefusalNotice({ refusal: { code, words, issues }, labelOf, locale, reloadHref }: Props) {
  const lines = issues.map(({ path, words: issueWords }) => {
    const label = labelOf?.(path)
    return { path, words: label === undefined ? issueWords : labelled(label, issueWords) }
  })
  if (lines.length > 0 && code !== 'changed-meanwhile') {
    const errors = lines.map((line) => ({ href: `#${line.path}`, words: line.words }))
    return <ErrorSummary locale={locale} title={words} errors={errors} />
  }
  return (
    <Notice tone="bad" locale={locale} isLive title={words}>
      {lines.length > 0 && (
        <ul className="list-disc py-1 pl-5">
          {lines.map((line) => (
            <li key={line.path}>{line.words}</li>
          ))}
        </ul>
      )}
      {/* During an outage there is nothing new to see, and leaving the page would lose what was typed. */}
      {code !== 'unavailable' && <a href={reloadHref}>{say(RELOAD, locale)}</a>}
    </Notice>
  )
}
