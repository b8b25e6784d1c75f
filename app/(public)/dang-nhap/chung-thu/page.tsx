import { CertificateSignInPage } from '@/components/signature/sign-in-page'
import { returnPath } from '@/lib/accounts'
import { requestContext } from '@/lib/runtime/server'
import { ANY_ORGANISATION } from '@/lib/signing'
import { newChallenge } from '@/lib/signing/server'

type Props = { searchParams: Promise<{ tiep?: string | string[] }> }

export default async function SignInWithCertificatePage({ searchParams }: Props) {
  const [ctx, { tiep }] = await Promise.all([requestContext(), searchParams])
  const { locale } = ctx
  const subject = ANY_ORGANISATION
  return <CertificateSignInPage challenge={newChallenge(ctx)} tiep={returnPath(tiep)} {...{ subject, locale }} />
}
