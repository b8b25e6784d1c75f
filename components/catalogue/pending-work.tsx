import { StateBadge } from '@/components/dossier/state-badge'
import { paths, type State } from '@/lib/dossiers'
import { type Locale, say, type Text } from '@/lib/i18n'

import { CATALOGUE_WORDS as W } from './words'

export type PendingWorkProps = {
  drafts: { id: string; procedureName: Text }[]
  waiting: { id: string; procedureName: Text; state: State }[]
  locale: Locale
}

const LINK = 'font-semibold'
const ROW = 'flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-line py-3 last:border-b'

/** What waits for whoever is signed in, and what they began: before anything a portal has to say of itself. */
export function PendingWork({ drafts, waiting, locale }: PendingWorkProps) {
  if (drafts.length + waiting.length === 0) return null
  return (
    <section aria-labelledby="viec-cua-ban" className="pb-10">
      <h2 id="viec-cua-ban" className="mb-3 text-xl md:text-2xl">
        {say(W.yours, locale)}
      </h2>
      <ul>
        {waiting.map(({ id, procedureName, state }) => (
          <li key={id} className={ROW}>
            <a href={paths.dossier(id)} className={LINK}>
              {say(procedureName, locale)}
            </a>
            <StateBadge state={state} locale={locale} />
          </li>
        ))}
        {drafts.map(({ id, procedureName }) => (
          <li key={id} className={ROW}>
            <a href={paths.draft(id)} className={LINK}>
              {say(procedureName, locale)}
            </a>
            <span className="text-ink-soft">{say(W.begun, locale)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <a href={paths.mine()} className="inline-block py-1.5">
          {say(W.allYours, locale)}
        </a>
      </p>
    </section>
  )
}
