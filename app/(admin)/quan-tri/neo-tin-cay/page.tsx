import { notFound, redirect } from 'next/navigation'
import { TrustPage } from '@/components/signature/trust-anchors/trust-page'
import { typingKept } from '@/lib/accounts/server'
import { requestContext } from '@/lib/runtime/server'
import { CHECK_PATHS } from '@/lib/signing'
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
    redirect(`/dang-nhap/can-bo?tiep=${CHECK_PATHS.trust()}`)
  if (!anchors.ok) notFound()
  return (
    <TrustPage
      anchors={anchors.value}
      done={String((await searchParams).da ?? '')}
      typed={Object.fromEntries((await typingKept(ctx, CHECK_PATHS.trust())) ?? [])}
      add={addAnchorAction}
      endOf={(id) => endAnchorAction.bind(null, id)}
      now={ctx.now}
      locale={ctx.locale}
    />
  )
}
