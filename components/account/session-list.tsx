import { shortMoment } from '@/components/dossier/moment-text'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ACCOUNT_ACTS, accountPaths } from '@/lib/accounts'
import { type Locale, say } from '@/lib/i18n'

import { AccountForm } from './account-form'
import { ACCOUNT_WORDS } from './words'

export type SessionListProps = {
  locale: Locale
  open: readonly { id: string; device: string; createdAt: Date; seenAt: Date }[]
  currentId: string | undefined
}

/** Every open session with a button to end it; the present one is ended by signing out. */
export function SessionList(list: SessionListProps) {
  return (
    <>
      <Sessions {...list} />
      {list.open.length > 1 && (
        <AccountForm act={ACCOUNT_ACTS.endOtherSessions}>
          <Button variant="danger">{say(ACCOUNT_WORDS.endOthers, list.locale)}</Button>
        </AccountForm>
      )}
    </>
  )
}

function Sessions({ locale, open, currentId }: SessionListProps) {
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
            <AccountForm act={ACCOUNT_ACTS.endSession}>
              <input type="hidden" name="phien" value={session.id} />
              <Button variant="danger">
                {say(ACCOUNT_WORDS.endSession, locale)}
                <span className="sr-only"> {nameOf(session)}</span>
              </Button>
            </AccountForm>
          )}
        </li>
      ))}
    </ul>
  )
}
