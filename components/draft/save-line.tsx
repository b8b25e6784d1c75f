import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { SaveStatus } from './autosave'
import { DRAFT_WORDS as D } from './words'

/** Says what the server has: always visible, read out politely. */
export function SaveLine({ status, signInHref, locale }: { status: SaveStatus; signInHref: string; locale: Locale }) {
  const tone =
    status.kind === 'offline' || status.kind === 'signed-out' || status.kind === 'closed'
      ? 'text-warn font-semibold'
      : 'text-ink-soft'
  return (
    <p role="status" data-save={status.kind} className={`min-h-6 text-sm ${tone}`}>
      {lineOf(status, locale)}{' '}
      {status.kind === 'signed-out' && (
        <a href={signInHref} target="_blank" rel="noopener">
          {say(D.signIn, locale)}
        </a>
      )}
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
