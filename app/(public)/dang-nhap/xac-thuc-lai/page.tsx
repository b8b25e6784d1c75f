import { ConfirmIdentity } from '@/components/account/confirm-identity'
import { returnPath } from '@/lib/accounts'
import { requestContext } from '@/lib/runtime/server'
import { signInAction } from '../actions'

type Props = { searchParams: Promise<{ tiep?: string | string[] }> }

export default async function ConfirmPage({ searchParams }: Props) {
  const [{ actor, locale }, { tiep }] = await Promise.all([requestContext(), searchParams])
  const assurance = actor.kind === 'citizen' || actor.kind === 'business' ? actor.assurance : null
  return <ConfirmIdentity locale={locale} action={signInAction} tiep={returnPath(tiep)} assurance={assurance} />
}
