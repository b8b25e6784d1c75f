import { Timeline } from '@/components/ui/timeline'
import { EVENT_WORDS, EVENTS } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { momentText } from './moment-text'
import { DOSSIER_WORDS } from './words'

export type HistoryItem = { entry: number; at: Date; action: string; actorKind: string; actorName: string | null }

/** What happened, newest first: the act, who did it and when. */
export function History({ items, locale }: { items: HistoryItem[]; locale: Locale }) {
  const rows = [...items].reverse().flatMap((item, index) => {
    const type = EVENTS.find((event) => event === item.action)
    if (type === undefined) return []
    return [
      {
        key: String(item.entry),
        title: say(EVENT_WORDS[type], locale),
        at: `${momentText(item.at, locale)} · ${actorText(item, locale)}`,
        isCurrent: index === 0,
      },
    ]
  })
  return <Timeline items={rows} />
}

function actorText({ actorKind, actorName }: HistoryItem, locale: Locale): string {
  if (actorKind === 'worker') return say(DOSSIER_WORDS.system, locale)
  if (actorKind === 'officer') return actorName ?? '–'
  return say(DOSSIER_WORDS.you, locale)
}
