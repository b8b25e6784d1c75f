import { PasswordForm } from '@/components/account/password-form'
import { returnPath } from '@/lib/accounts'
import { demoOfficers } from '@/lib/accounts/server'
import { requestContext } from '@/lib/runtime/server'
import { passwordAction } from '../actions'
import { refusalIn } from '../refused-at'

type Props = { searchParams: Promise<{ tiep?: string | string[]; loi?: string; giay?: string }> }

export default async function OfficerSignInPage({ searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([requestContext(), searchParams])
  return (
    <PasswordForm
      locale={locale}
      action={passwordAction}
      tiep={returnPath(query.tiep)}
      error={refusalIn(query, locale)}
      demoOfficers={demoOfficers()}
    />
  )
}
