import { Badge } from '@/components/ui/badge'
import { SUPPLEMENT_REASONS } from '@/lib/dossiers'
import type { SupplementRequest } from '@/lib/dossiers'
import { rowText } from '@/lib/forms'
import type { SummarySection } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { momentText } from './moment-text'
import { DOSSIER_WORDS } from './words'

type Props = {
  request: SupplementRequest
  locale: Locale
  /** Where the applicant mends an item. */
  hrefOf?: (item: Item) => string
  /** The dossier's answers as they now are. */
  answers: SummarySection[]
}

type Item = SupplementRequest['items'][number]

/** What the agency asks for: each item with its reason and how to mend it, and until when. */
export function SupplementItems({ request, locale, hrefOf, answers }: Props) {
  return (
    <>
      <p className="pb-3 font-semibold">
        {say(DOSSIER_WORDS.supplementUntil, locale, { at: momentText(request.dueAt, locale) })}
      </p>
      <ol className="flex list-decimal flex-col gap-3 pl-5">
        {request.items.map((item) => (
          <li key={item.target + item.ref}>
            {hrefOf === undefined ? (
              <span className="font-semibold">{say(item.label, locale)}</span>
            ) : (
              <a href={hrefOf(item)} className="font-semibold">
                {say(item.label, locale)}
              </a>
            )}{' '}
            <Badge tone="warn">{say(SUPPLEMENT_REASONS[item.reason], locale)}</Badge>
            <Given item={item} answers={answers} locale={locale} />
            <span className="block whitespace-pre-line">
              {say(DOSSIER_WORDS.howToMend, locale)}: {item.howToMend}
            </span>
          </li>
        ))}
      </ol>
      {request.note !== '' && <p className="max-w-reading pt-3 whitespace-pre-line">{request.note}</p>}
    </>
  )
}

function Given({ item, answers, locale }: { item: Item; answers: SummarySection[]; locale: Locale }) {
  const rows = item.target === 'field' ? answers.flatMap((section) => section.rows) : []
  const row = rows.find(({ fieldId }) => fieldId === item.ref)
  if (row === undefined) return null
  return (
    <span className="block wrap-anywhere whitespace-pre-line">
      {say(DOSSIER_WORDS.given, locale)}: {rowText(row)}
    </span>
  )
}
