import { notFound } from 'next/navigation'
import { ChooseCertificatePage } from '@/components/signature/remote/choose-certificate-page'
import { ConfirmPage } from '@/components/signature/remote/confirm-page'
import { NotWaitingPage } from '@/components/signature/remote/not-waiting-page'
import { LEADER_WORDS } from '@/components/signature/batch/leader-words'
import { paths } from '@/lib/dossiers'
import { viewBatch } from '@/lib/dossiers/server'
import { say } from '@/lib/i18n'
import { remoteWaiting } from '@/lib/signing/server'
import { officerContext } from '../../../../../../officer-signed-in'
import { refusalIn } from '../../../../../../address-with-refusal'

type Props = {
  params: Promise<{ lo: string; phien: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ConfirmBatch({ params, searchParams }: Props) {
  const [{ lo, phien }, query] = await Promise.all([params, searchParams])
  const ctx = await officerContext(paths.remoteBatchSigning(lo, phien))
  const [waiting, batch] = await Promise.all([remoteWaiting(ctx, phien), viewBatch(ctx, lo)])
  if (batch === null) notFound()
  const [backHref, locale] = [paths.signingBatch(lo), ctx.locale]
  if (!waiting.ok) return <NotWaitingPage {...{ error: waiting.error, backHref, locale }} />
  if (waiting.value.kind === 'choose') {
    const chooseAt = paths.chooseForBatch(lo, phien)
    const { certificates } = waiting.value
    const refusal = await refusalIn(ctx, query)
    return <ChooseCertificatePage {...{ certificates, chooseAt, backHref, locale, refusal }} />
  }
  const codes = new Map(batch.lines.map(({ position, code }) => [String(position), code]))
  const documents = waiting.value.documents.map(({ ref, digest }) => {
    return { ref, digest, name: say(LEADER_WORDS.paperOf, locale, { code: codes.get(ref) ?? ref }) }
  })
  return <ConfirmPage {...waiting.value} {...{ documents, backHref, locale }} matches={LEADER_WORDS.matches} />
}
