import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { CodeForm } from '@/components/account/code-form'
import { returnPath, SECOND_STEP_COOKIE } from '@/lib/accounts'
import { openSecondStep } from '@/lib/accounts/server'
import { requestContext } from '@/lib/runtime/server'
import { codeAction } from '../../actions'
import { refusalIn, refusedAt } from '../../refused-at'

type Props = { searchParams: Promise<{ tiep?: string | string[]; loi?: string; giay?: string }> }

export default async function OfficerCodePage({ searchParams }: Props) {
  const [ctx, query, jar] = await Promise.all([requestContext(), searchParams, cookies()])
  const step = await openSecondStep(ctx, jar.get(SECOND_STEP_COOKIE)?.value ?? '')
  if (step === null) redirect(refusedAt('/dang-nhap/can-bo', { code: 'challenge-expired' }, query.tiep))
  const error = refusalIn(query, ctx.locale)
  return <CodeForm locale={ctx.locale} action={codeAction} tiep={returnPath(query.tiep)} error={error} {...step} />
}
