import type { ReactNode } from 'react'
import { SessionTimer } from '@/components/account/session-timer'
import { requestVisit } from '@/lib/runtime/server'

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { locale, session } = await requestVisit()
  return (
    <>
      {children}
      {session && <SessionTimer locale={locale} warnAt={session.warnAt} idleEndsAt={session.idleEndsAt} />}
    </>
  )
}
