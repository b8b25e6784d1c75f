import { Fragment, type ReactNode } from 'react'
import { StateBadge } from '@/components/dossier/state-badge'
import { paths, STATES, type State } from '@/lib/dossiers'
import { type Locale, say, type Text } from '@/lib/i18n'
import type { PersonPlaces } from '@/lib/pages'

import { CATALOGUE_WORDS as W } from './words'

type PendingWorkProps = {
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
    <Framed locale={locale}>
      {waiting.map(({ id, procedureName, state }) => (
        <Waiting key={id} id={id} name={say(procedureName, locale)} state={state} locale={locale} />
      ))}
      {drafts.map(({ id, procedureName }) => (
        <Begun key={id} id={id} name={say(procedureName, locale)} locale={locale} />
      ))}
    </Framed>
  )
}

/** The same for a page that is kept for all who are signed in: one row of each kind there is, to be repeated as needed. */
export function PendingWorkPlaces({ places, locale }: { places: PersonPlaces; locale: Locale }) {
  const [pending, rows] = [places.repeated('pending'), places.repeated('rows')]
  const row = { id: places.value('id'), name: places.value('procedure'), locale }
  const kinds = [
    ...Object.keys(STATES)
      .filter(isState)
      .map((state) => ({ kind: state, view: <Waiting {...row} state={state} /> })),
    { kind: 'draft', view: <Begun {...row} /> },
  ]
  return (
    <>
      {pending.begin}
      <Framed locale={locale}>
        {rows.begin}
        {kinds.map(({ kind, view }) => (
          <Fragment key={kind}>
            {places.repeated(kind).begin}
            {view}
            {places.repeated(kind).end}
          </Fragment>
        ))}
        {rows.end}
      </Framed>
      {pending.end}
    </>
  )
}

const isState = (value: string): value is State => Object.hasOwn(STATES, value)

function Framed({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <section aria-labelledby="viec-cua-ban" className="pb-10">
      <h2 id="viec-cua-ban" className="mb-3 text-xl md:text-2xl">
        {say(W.yours, locale)}
      </h2>
      <ul>{children}</ul>
      <p className="mt-2">
        <a href={paths.mine()} className="inline-block py-1.5">
          {say(W.allYours, locale)}
        </a>
      </p>
    </section>
  )
}

type RowProps = { id: string; name: string; locale: Locale }

function Waiting({ id, name, state, locale }: RowProps & { state: State }) {
  return (
    <li className={ROW}>
      <a href={paths.dossier(id)} className={LINK}>
        {name}
      </a>
      <StateBadge state={state} locale={locale} />
    </li>
  )
}

function Begun({ id, name, locale }: RowProps) {
  return (
    <li className={ROW}>
      <a href={paths.draft(id)} className={LINK}>
        {name}
      </a>
      <span className="text-ink-soft">{say(W.begun, locale)}</span>
    </li>
  )
}
