import type { ReactNode } from 'react'
import { SessionTimer } from '@/components/account/session-timer'
import type { Actor } from '@/lib/access'
import { accountPaths, withReturn } from '@/lib/accounts'
import { paths } from '@/lib/dossiers'
import { requestVisit } from '@/lib/runtime/server'

/** Where somebody whose session has ended signs in, in a tab beside the page. */
export const signInHrefOf = ({ kind }: Actor): string =>
  kind === 'officer'
    ? withReturn(accountPaths.officerSignIn(), paths.inbox())
    : withReturn(accountPaths.signIn(), accountPaths.account())

/** Around every page for people who are signed in: warns before the session idles out. */
export default async function SessionLayout({ children }: { children: ReactNode }) {
  const { actor, locale, session } = await requestVisit()
  return (
    <>
      {children}
      {session && (
        <SessionTimer
          locale={locale}
          warnAt={session.warnAt.getTime()}
          idleEndsAt={session.idleEndsAt.getTime()}
          signInHref={signInHrefOf(actor)}
        />
      )}
    </>
  )
}
