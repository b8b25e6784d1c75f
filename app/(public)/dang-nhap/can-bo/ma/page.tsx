import { cookies } from 'next/headers'
import { CodeForm } from '@/components/account/code-form'
import { PasswordForm } from '@/components/account/password-form'
import { returnPath, SECOND_STEP_COOKIE } from '@/lib/accounts'
import { demoOfficers, openSecondStep } from '@/lib/accounts/server'
import { errorWords } from '@/lib/errors'
import { requestContext } from '@/lib/runtime/server'
import { refusalIn } from '../../../../address-with-refusal'
import { codeAction, passwordAction } from '../../actions'

type Props = { searchParams: Promise<{ tiep?: string | string[]; loi?: string }> }

export default async function OfficerCodePage({ searchParams }: Props) {
  const [ctx, query, jar] = await Promise.all([requestContext(), searchParams, cookies()])
  const step = await openSecondStep(ctx, jar.get(SECOND_STEP_COOKIE)?.value ?? '')
  const { locale } = ctx
  const tiep = returnPath(query.tiep)
  if (step === null) {
    const error = errorWords({ code: 'challenge-expired' }, locale)
    return (
      <PasswordForm
        {...{ locale, tiep, error }}
        action={passwordAction}
        hasEnded={false}
        demoOfficers={await demoOfficers(ctx)}
      />
    )
  }
  const error = (await refusalIn(ctx, query)) ?? undefined
  return <CodeForm {...{ locale, tiep, error, ...step }} action={codeAction} />
}
