import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ConfirmPage } from '@/components/signature/confirm-page'
import { paths } from '@/lib/dossiers'
import { remoteConfirmation } from '@/lib/signing/server'
import { applicantContext } from '../../../../../../../../signed-in'
import { refusedTo } from '../../../../../../../../refused-to'

export const metadata: Metadata = { title: 'Xác nhận ký từ xa' }

type Props = { params: Promise<{ id: string; tep: string; phien: string }> }

export default async function ConfirmRemotePage({ params }: Props) {
  const { id, tep, phien } = await params
  const backHref = paths.signFile(id, tep)
  const ctx = await applicantContext(paths.signRemotely(id, tep, phien))
  const found = await remoteConfirmation(ctx, phien)
  if (!found.ok) redirect(refusedTo(backHref, found.error))
  return <ConfirmPage {...found.value} backHref={backHref} locale={ctx.locale} />
}
