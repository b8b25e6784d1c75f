import type { Field } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import type { SaveStatus } from './autosave'
import { DRAFT_WORDS as D } from './words'

type Props = { status: SaveStatus; fields: readonly Field[]; signInHref: string; locale: Locale }

/** Says what the server has, and what it has from another page: always visible, read out politely. */
export function SaveLine({ status, fields, signInHref, locale }: Props) {
  const isTrouble = status.kind === 'offline' || status.kind === 'signed-out' || status.kind === 'closed'
  const named = { fields, locale }
  return (
    <div role="status" data-save={status.kind} className="min-h-6 text-sm">
      <p className={isTrouble ? 'font-semibold text-warn' : 'text-ink-soft'}>
        {lineOf(status, locale)}{' '}
        {status.kind === 'signed-out' && (
          <a href={`${signInHref}${encodeURIComponent(`#${status.at}`)}`}>{say(D.signIn, locale)}</a>
        )}
      </p>
      {status.kind === 'saved' && (
        <>
          <OtherPage ids={status.disputed} words={D.disputedNow} link={D.seeBoth} {...named} />
          <OtherPage
            ids={status.elsewhere.filter((id) => !status.disputed.includes(id))}
            words={D.changedElsewhere}
            link={D.readAgain}
            {...named}
          />
        </>
      )}
    </div>
  )
}

type OtherPageProps = { ids: readonly string[]; words: Text; link: Text } & Pick<Props, 'fields' | 'locale'>

function OtherPage({ ids, words, link, fields, locale }: OtherPageProps) {
  const labels = fields.filter(({ id }) => ids.includes(id)).map(({ label }) => `“${label[locale]}”`)
  if (labels.length === 0) return null
  return (
    <p className="font-semibold text-warn">
      {say(words, locale, { labels: labels.join(', ') })} <a href="?">{say(link, locale)}</a>
    </p>
  )
}

function lineOf(status: SaveStatus, locale: Locale): string {
  switch (status.kind) {
    case 'idle':
      return say(D.keep, locale)
    case 'saving':
      return say(D.saving, locale)
    case 'saved':
      return say(D.savedAt, locale, { at: status.at })
    case 'offline':
      return say(D.offline, locale)
    case 'signed-out':
      return say(D.signedOut, locale)
    case 'closed':
      return say(D.closed, locale)
  }
}
