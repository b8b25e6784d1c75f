import { SummaryList } from '@/components/ui/summary-list'
import type { DossierResult } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { DESK_WORDS } from './desk-words'
import { DraftPreview } from './draft-preview'
import type { DraftSeen } from './draft-preview'
import { DOSSIER_WORDS as W } from './words'

type Props = {
  result: DossierResult
  rows: { id: string; label: string; value: string }[]
  /** The paper it would become; null once it is decided. */
  draft: DraftSeen | null
  locale: Locale
}

/** The proposal or decision as the desk sees it. */
export function ResultView({ result, rows, draft, locale }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <SummaryList
        items={[
          {
            key: 'outcome',
            term: say(DESK_WORDS.outcome, locale),
            value: say(result.outcome === 'granted' ? W.granted : W.denied, locale),
          },
          ...(result.number === null ? [] : [{ key: 'number', term: say(W.number, locale), value: result.number }]),
          ...(result.ground === null ? [] : [{ key: 'ground', term: say(W.ground, locale), value: result.ground }]),
          {
            key: 'reason',
            term: say(W.reason, locale),
            value: <span className="whitespace-pre-line">{result.reason}</span>,
          },
          ...rows.map(({ id, label, value }) => ({ key: `field.${id}`, term: label, value })),
        ]}
      />
      {draft !== null && <DraftPreview {...draft} locale={locale} />}
    </div>
  )
}
