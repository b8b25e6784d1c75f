import type { ReactNode } from 'react'
import { SessionTimer } from '@/components/account/session-timer'
import { requestVisit } from '@/lib/runtime/server'

/** Around every page for people who are signed in: warns before the session idles out. */
export default async function SessionLayout({ children }: { children: ReactNode }) {
  const { actor, locale, session } = await requestVisit()
  const signInHref = actor.kind === 'officer' ? '/dang-nhap/can-bo?tiep=%2Fcan-bo' : '/dang-nhap?tiep=%2Ftai-khoan'
  return (
    <>
      {children}
      {session && (
        <SessionTimer locale={locale} warnAt={session.warnAt} idleEndsAt={session.idleEndsAt} signInHref={signInHref} />
      )}
    </>
  )
}
