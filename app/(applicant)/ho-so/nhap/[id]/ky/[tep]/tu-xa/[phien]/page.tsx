import { redirect } from 'next/navigation'
import { ChooseCertificatePage } from '@/components/signature/choose-certificate-page'
import { ConfirmPage } from '@/components/signature/confirm-page'
import { paths } from '@/lib/dossiers'
import { remoteWaiting } from '@/lib/signing/server'
import { refusalIn, refusedTo } from '../../../../../../../../refused-to'
import { applicantContext } from '../../../../../../../../signed-in'

type Props = {
  params: Promise<{ id: string; tep: string; phien: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ConfirmRemotePage({ params, searchParams }: Props) {
  const { id, tep, phien } = await params
  const backHref = paths.signFile(id, tep)
  const ctx = await applicantContext(paths.signRemotely(id, tep, phien))
  const found = await remoteWaiting(ctx, phien)
  if (!found.ok) redirect(refusedTo(backHref, found.error))
  if (found.value.kind === 'confirm') return <ConfirmPage {...found.value} backHref={backHref} locale={ctx.locale} />
  const refusal = refusalIn(await searchParams, ctx.locale)
  const chooseAt = paths.chooseRemotely(id, tep, phien)
  return (
    <ChooseCertificatePage
      {...{ certificates: found.value.certificates, chooseAt, refusal, backHref, locale: ctx.locale }}
    />
  )
}
