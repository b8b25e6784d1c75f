import 'server-only'
import { displayNames } from '@/lib/accounts/server'
import { say } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'
import { actsOn } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import { isEventType } from '../dossier/events'
import { find } from '../dossier/repository'
import { CHANGED_BY, PORTAL_ITSELF } from '../dossier/words'
import { EVENT_FACTS } from './operations'

/** More would not be read. */
const MOST_TOLD = 5

const IN_HANOI = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric' },
})

/** What others did with the dossier after the version a person has on the screen: what, who and when, the earliest first. */
export async function actsSince(ctx: Ctx, id: string, seenVersion: number | undefined): Promise<Issue[]> {
  const dossier = await find(ctx, id)
  if (dossier === null) return []
  // Each event is one version further.
  const missed = seenVersion === undefined ? 1 : Math.min(MOST_TOLD, Math.max(1, dossier.version - seenVersion))
  const acts = (await actsOn(ctx.db, 'dossier', id)).filter(({ action }) => isEventType(action)).slice(-missed)
  const names = await displayNames(
    ctx,
    acts.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])),
  )
  return acts.flatMap(({ entry, at, action, actorId }) => {
    if (!isEventType(action)) return []
    const name = names.get(actorId ?? '')
    const sentenceIn = (locale: 'vi' | 'en') =>
      say(CHANGED_BY, locale, {
        what: say(EVENT_FACTS[action].words, locale),
        who: name ?? say(PORTAL_ITSELF, locale),
        when: IN_HANOI.format(at),
      })
    return [{ path: `viec-${String(entry)}`, code: action, words: { vi: sentenceIn('vi'), en: sentenceIn('en') } }]
  })
}
