import { headers } from 'next/headers'
import { ChooseSignIn } from '@/components/account/choose-sign-in'
import { accountPaths, returnPath, withReturn } from '@/lib/accounts'
import { userIdOf } from '@/lib/access'
import { hasEndedSession, isDemo } from '@/lib/accounts/server'
import { requestContext } from '@/lib/runtime/server'
import { signInAction } from './actions'

type Props = { searchParams: Promise<{ tiep?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const [ctx, { tiep }, requestHeaders] = await Promise.all([requestContext(), searchParams, headers()])
  const { actor, locale } = ctx
  return (
    <ChooseSignIn
      locale={locale}
      action={signInAction}
      tiep={returnPath(tiep)}
      officerHref={withReturn(accountPaths.officerSignIn(), tiep)}
      certificateHref={withReturn(accountPaths.certificateSignIn(), tiep)}
      signedInAs={userIdOf(actor) !== null && 'name' in actor ? actor.name : null}
      hasEnded={await hasEndedSession(ctx, requestHeaders)}
      isDemo={isDemo()}
    />
  )
}
