import { Badge } from '@/components/ui/badge'
import { SummaryList } from '@/components/ui/summary-list'
import type { SummaryRow, SummarySection } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { DOSSIER_WORDS } from './words'

type Props = { sections: SummarySection[]; locale: Locale; changeHref?: (pageId: string) => string }

/** Questions and answers, page by page; verified facts are marked, and with `changeHref` each can be gone back to. */
export function AnswerSections({ sections, locale, changeHref }: Props) {
  return sections.map((section) => (
    <div key={section.pageId} className="pb-6">
      <h3 className="pb-2 text-lg">{section.title}</h3>
      <SummaryList
        locale={locale}
        items={section.rows.map((row) => ({
          key: row.fieldId,
          term: row.label,
          value: <Answer row={row} locale={locale} />,
          ...(changeHref === undefined || row.isVerified
            ? {}
            : { changeHref: `${changeHref(section.pageId)}#${row.fieldId}`, changeFor: row.label }),
        }))}
      />
    </div>
  ))
}

function Answer({ row, locale }: { row: SummaryRow; locale: Locale }) {
  if (row.rows !== undefined && row.rows.length > 0) {
    return (
      <ol className="list-decimal pl-5">
        {row.rows.map((inner) => (
          <li key={inner.map(({ value }) => value).join()}>
            {inner.map(({ label, value }) => `${label}: ${value}`).join('; ')}
          </li>
        ))}
      </ol>
    )
  }
  return (
    <span className={row.isBlank ? 'text-ink-soft' : 'wrap-anywhere whitespace-pre-line'}>
      {row.value} {row.isVerified && <Badge tone="good">{say(DOSSIER_WORDS.verified, locale)}</Badge>}
    </span>
  )
}
