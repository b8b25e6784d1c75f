import { ChooseCertificatePage } from '@/components/signature/remote/choose-certificate-page'
import { ConfirmPage } from '@/components/signature/remote/confirm-page'
import { NotWaitingPage } from '@/components/signature/remote/not-waiting-page'
import { paths } from '@/lib/dossiers'
import { remoteWaiting } from '@/lib/signing/server'
import { refusalIn } from '../../../../../../../../address-with-refusal'
import { applicantContext } from '../../../../../../../../signed-in'

type Props = {
  params: Promise<{ id: string; tep: string; phien: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ConfirmRemotePage({ params, searchParams }: Props) {
  const { id, tep, phien } = await params
  const backHref = paths.signFile(id, tep)
  const ctx = await applicantContext(paths.remoteSigning(id, tep, phien))
  const remote = await remoteWaiting(ctx, phien)
  if (!remote.ok) return <NotWaitingPage error={remote.error} backHref={backHref} locale={ctx.locale} />
  if (remote.value.kind === 'confirm') return <ConfirmPage {...remote.value} backHref={backHref} locale={ctx.locale} />
  const refusal = await refusalIn(ctx, await searchParams)
  const chooseAt = paths.chooseRemotely(id, tep, phien)
  return (
    <ChooseCertificatePage
      {...{ certificates: remote.value.certificates, chooseAt, refusal, backHref, locale: ctx.locale }}
    />
  )
}
