import { notFound, redirect } from 'next/navigation'
import { TrustPage } from '@/components/signature/trust-anchors/trust-page'
import { accountPaths, withReturn } from '@/lib/accounts'
import { typingKept } from '@/lib/accounts/server'
import { requestContext } from '@/lib/runtime/server'
import { signingPaths } from '@/lib/signing'
import { listAnchors } from '@/lib/signing/server'
import { addAnchorAction, endAnchorAction } from './actions'

export default async function TrustAnchorsPage({
  searchParams,
}: {
  searchParams: Promise<{ da?: string | string[] }>
}) {
  const ctx = await requestContext()
  const anchors = await listAnchors(ctx)
  if (!anchors.ok && anchors.error.code === 'sign-in-required')
    redirect(withReturn(accountPaths.officerSignIn(), signingPaths.trustAnchors()))
  if (!anchors.ok) notFound()
  return (
    <TrustPage
      anchors={anchors.value}
      done={String((await searchParams).da ?? '')}
      typed={Object.fromEntries((await typingKept(ctx, signingPaths.trustAnchors())) ?? [])}
      add={addAnchorAction}
      endOf={(id) => endAnchorAction.bind(null, id)}
      now={ctx.now}
      locale={ctx.locale}
    />
  )
}
