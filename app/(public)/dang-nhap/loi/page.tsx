import { cookies } from 'next/headers'
import { SignInFailed } from '@/components/account/sign-in-failed'
import { SIGN_IN_FAULTS, sameSitePath } from '@/lib/accounts'
import { returnCookie } from '@/lib/accounts/server'
import { requestContext } from '@/lib/runtime/server'

type Props = { searchParams: Promise<{ 'ly-do'?: string | string[] }> }

export default async function SignInFailedPage({ searchParams }: Props) {
  const [{ locale, actor, ports }, query, jar] = await Promise.all([requestContext(), searchParams, cookies()])
  const fault = SIGN_IN_FAULTS.find((fault) => fault === query['ly-do']) ?? 'not-genuine'
  const returnTo = jar.get(returnCookie())?.value ?? '/'
  const tiep = sameSitePath(returnTo.startsWith(ports.origin) ? returnTo.slice(ports.origin.length) : returnTo) ?? '/'
  const isSignedIn = actor.kind !== 'anonymous'
  return <SignInFailed locale={locale} fault={fault} tiep={tiep} isSignedIn={isSignedIn} />
}
