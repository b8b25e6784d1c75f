import { redirect } from 'next/navigation'
import { CertificateSignInPage } from '@/components/signature/sign-in/sign-in-page'
import { accountPaths, returnPath, withReturn } from '@/lib/accounts'
import { organisationOf } from '@/lib/accounts/server'
import { requestVisit } from '@/lib/runtime/server'
import { ANY_ORGANISATION } from '@/lib/signing'
import { newChallenge } from '@/lib/signing/server'

type Props = { searchParams: Promise<{ tiep?: string | string[] }> }

/** Where a session that a certificate opened is confirmed with it. */
export default async function ConfirmWithCertificatePage({ searchParams }: Props) {
  const [{ session, ...ctx }, query] = await Promise.all([requestVisit(), searchParams])
  const { actor, locale } = ctx
  const tiep = returnPath(query.tiep)
  if (actor.kind !== 'business' || actor.signedInBy !== 'certificate') redirect(withReturn(accountPaths.stepUp(), tiep))
  const subject = { ...ANY_ORGANISATION, taxCode: await organisationOf(ctx, actor) }
  const challenge = newChallenge(ctx, { isStepUp: true, tiep, sessionId: session?.id ?? null })
  return <CertificateSignInPage isStepUp {...{ challenge, subject, tiep, locale }} />
}
