import { CertificateSignInPage } from '@/components/signature/sign-in/sign-in-page'
import { returnPath } from '@/lib/accounts'
import { requestContext } from '@/lib/runtime/server'
import { ANY_ORGANISATION } from '@/lib/signing'
import { newChallenge } from '@/lib/signing/server'

type Props = { searchParams: Promise<{ tiep?: string | string[] }> }

export default async function SignInWithCertificatePage({ searchParams }: Props) {
  const [ctx, query] = await Promise.all([requestContext(), searchParams])
  const { locale } = ctx
  const tiep = returnPath(query.tiep)
  const challenge = newChallenge(ctx, { isStepUp: false, tiep, sessionId: null })
  return <CertificateSignInPage subject={ANY_ORGANISATION} {...{ challenge, tiep, locale }} />
}
