import { Timeline } from '@/components/ui/timeline'
import { EVENT_FACTS, isEventType } from '@/lib/dossiers'
import type { ActReason } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { momentText } from './moment-text'
import { DOSSIER_WORDS } from './words'

export type HistoryItem = {
  entry: number
  at: Date
  action: string
  actorKind: string
  actorName: string | null
  reason: ActReason | null
}

/** What happened, newest first: the act, who did it, when, and why where that was said. */
export function History({ items, locale }: { items: HistoryItem[]; locale: Locale }) {
  const rows = [...items].reverse().flatMap((item, index) => {
    if (!isEventType(item.action)) return []
    return [
      {
        key: String(item.entry),
        title: say(EVENT_FACTS[item.action].words, locale),
        at: `${momentText(item.at, locale)} · ${actorText(item, locale)}`,
        isCurrent: index === 0,
        children: item.reason && <Why reason={item.reason} locale={locale} />,
      },
    ]
  })
  return <Timeline items={rows} />
}

function Why({ reason: { ground, reason, guidance }, locale }: { reason: ActReason; locale: Locale }) {
  const lines = [
    { term: DOSSIER_WORDS.reason, words: reason },
    { term: DOSSIER_WORDS.ground, words: ground },
    { term: DOSSIER_WORDS.guidance, words: guidance },
  ]
  return lines.map(
    ({ term, words }) =>
      words !== null && (
        <p key={term.vi} className="max-w-reading wrap-anywhere whitespace-pre-line">
          <span className="text-ink-soft">{say(term, locale)}: </span>
          {words}
        </p>
      ),
  )
}

function actorText({ actorKind, actorName }: HistoryItem, locale: Locale): string {
  if (actorKind === 'worker') return say(DOSSIER_WORDS.system, locale)
  if (actorKind === 'officer') return actorName ?? '–'
  return say(DOSSIER_WORDS.you, locale)
}
