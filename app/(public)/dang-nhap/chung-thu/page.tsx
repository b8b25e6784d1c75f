import { CertificateSignInPage } from '@/components/signature/sign-in-page'
import { returnPath } from '@/lib/accounts'
import { requestContext } from '@/lib/runtime/server'
import { newChallenge } from '@/lib/signing/server'

type Props = { searchParams: Promise<{ tiep?: string | string[] }> }

export default async function SignInWithCertificatePage({ searchParams }: Props) {
  const [ctx, { tiep }] = await Promise.all([requestContext(), searchParams])
  return <CertificateSignInPage challenge={newChallenge(ctx)} tiep={returnPath(tiep)} locale={ctx.locale} />
}
