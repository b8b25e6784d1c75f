import { ConfirmIdentity } from '@/components/account/confirm-identity'
import { CertificateSignInPage } from '@/components/signature/sign-in/sign-in-page'
import { returnPath } from '@/lib/accounts'
import { organisationOf } from '@/lib/accounts/server'
import { requestVisit } from '@/lib/runtime/server'
import { ANY_ORGANISATION } from '@/lib/signing'
import { newChallenge } from '@/lib/signing/server'
import { signInAction } from '../actions'

type Props = { searchParams: Promise<{ tiep?: string | string[] }> }

export default async function ConfirmPage({ searchParams }: Props) {
  const [{ session, ...ctx }, query] = await Promise.all([requestVisit(), searchParams])
  const { actor, locale } = ctx
  const tiep = returnPath(query.tiep)
  if (actor.kind === 'business' && actor.signedInBy === 'certificate') {
    const subject = { ...ANY_ORGANISATION, taxCode: await organisationOf(ctx, actor) }
    const challenge = newChallenge(ctx, { isStepUp: true, tiep, sessionId: session?.id ?? null })
    return <CertificateSignInPage isStepUp {...{ challenge, subject, tiep, locale }} />
  }
  const assurance = actor.kind === 'citizen' || actor.kind === 'business' ? actor.assurance : null
  return <ConfirmIdentity {...{ locale, tiep, assurance }} action={signInAction} />
}
