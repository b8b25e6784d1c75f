import { SignedOut } from '@/components/account/signed-out'
import { requestContext } from '@/lib/runtime/server'

export default async function SignedOutPage() {
  const { actor, locale } = await requestContext()
  return <SignedOut locale={locale} isStillSignedIn={actor.kind !== 'anonymous'} />
}
