import { headers } from 'next/headers'
import { PasswordForm } from '@/components/account/password-form'
import { returnPath } from '@/lib/accounts'
import { demoOfficers, hasEndedSession } from '@/lib/accounts/server'
import { requestContext } from '@/lib/runtime/server'
import { refusalIn } from '../../../address-with-refusal'
import { passwordAction } from '../actions'

type Props = { searchParams: Promise<{ tiep?: string | string[]; loi?: string }> }

export default async function OfficerSignInPage({ searchParams }: Props) {
  const [ctx, query, requestHeaders] = await Promise.all([requestContext(), searchParams, headers()])
  return (
    <PasswordForm
      locale={ctx.locale}
      action={passwordAction}
      tiep={returnPath(query.tiep)}
      error={(await refusalIn(ctx, query)) ?? undefined}
      hasEnded={await hasEndedSession(ctx, requestHeaders)}
      demoOfficers={await demoOfficers(ctx)}
    />
  )
}
