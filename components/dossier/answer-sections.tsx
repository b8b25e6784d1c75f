import { Badge } from '@/components/ui/badge'
import { SummaryList } from '@/components/ui/summary-list'
import type { SummaryRow, SummarySection } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { DOSSIER_WORDS } from './words'

type Props = {
  sections: SummarySection[]
  locale: Locale
  /** One below the heading they stand under. */
  heading?: 'h2' | 'h3'
  changeHref?: (pageId: string) => string
}

/**
 * Questions and answers, page by page; verified facts are marked. With `changeHref`, for whoever filled it in: only what was
 * answered, and one way back a section.
 */
export function AnswerSections({ sections, locale, heading: Heading = 'h3', changeHref }: Props) {
  return sections.map((section) => (
    <div key={section.pageId} className="pb-6">
      <div className="flex items-baseline justify-between gap-4 pb-2">
        <Heading className="text-lg">{section.title}</Heading>
        {changeHref !== undefined && (
          <a href={changeHref(section.pageId)}>
            {say(DOSSIER_WORDS.change, locale)}
            <span className="sr-only">: {section.title}</span>
          </a>
        )}
      </div>
      <Answers rows={section.rows.filter(({ isBlank }) => changeHref === undefined || !isBlank)} locale={locale} />
    </div>
  ))
}

function Answers({ rows, locale }: { rows: SummaryRow[]; locale: Locale }) {
  if (rows.length === 0) return <p className="text-ink-soft">{say(DOSSIER_WORDS.nothingAnswered, locale)}</p>
  const items = rows.map((row) => ({ key: row.fieldId, term: row.label, value: <Answer row={row} locale={locale} /> }))
  return <SummaryList items={items} />
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
