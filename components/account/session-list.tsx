import { shortMoment } from '@/components/dossier/moment-text'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { accountPaths } from '@/lib/accounts'
import { type Locale, say } from '@/lib/i18n'

import type { FormAction } from './identity-form'
import { ACCOUNT_WORDS } from './words'

export type SessionListProps = {
  locale: Locale
  open: readonly { id: string; device: string; createdAt: Date; seenAt: Date }[]
  currentId: string | undefined
  revoke: FormAction
  revokeOthers: () => Promise<void>
}

/** Every open session with a button to end it; the present one is ended by signing out. */
export function SessionList({ revokeOthers, ...list }: SessionListProps) {
  return (
    <>
      <Sessions {...list} />
      {list.open.length > 1 && (
        <form action={revokeOthers}>
          <Button variant="danger">{say(ACCOUNT_WORDS.endOthers, list.locale)}</Button>
        </form>
      )}
    </>
  )
}

function Sessions({ locale, open, currentId, revoke }: Omit<SessionListProps, 'revokeOthers'>) {
  const nameOf = ({ device }: { device: string }) => device || say(ACCOUNT_WORDS.unknownDevice, locale)
  return (
    <ul className="border-t border-line">
      {open.map((session) => (
        <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3">
          <div>
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {nameOf(session)}
              {session.id === currentId && <Badge tone="info">{say(ACCOUNT_WORDS.thisSession, locale)}</Badge>}
            </p>
            <p className="text-sm text-ink-soft">
              {say(ACCOUNT_WORDS.since, locale, { time: shortMoment(session.createdAt) })},{' '}
              {say(ACCOUNT_WORDS.lastSeen, locale, { time: shortMoment(session.seenAt) })}
            </p>
          </div>
          {session.id === currentId ? (
            <form method="post" action={accountPaths.signOut()}>
              <Button variant="secondary">{say(ACCOUNT_WORDS.signOut, locale)}</Button>
            </form>
          ) : (
            <form action={revoke}>
              <input type="hidden" name="phien" value={session.id} />
              <Button variant="danger">
                {say(ACCOUNT_WORDS.endSession, locale)}
                <span className="sr-only"> {nameOf(session)}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
