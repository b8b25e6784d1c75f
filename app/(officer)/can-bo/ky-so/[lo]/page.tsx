import { notFound } from 'next/navigation'
import { BatchPage } from '@/components/signature/batch/batch-page'
import { paths } from '@/lib/dossiers'
import { viewBatch } from '@/lib/dossiers/server'
import { officerContext } from '../../../../officer-signed-in'
import { refusalIn } from '../../../../address-with-refusal'

type Props = {
  params: Promise<{ lo: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SigningBatch({ params, searchParams }: Props) {
  const [{ lo }, query] = await Promise.all([params, searchParams])
  const ctx = await officerContext(paths.signingBatch(lo))
  const batch = await viewBatch(ctx, lo)
  if (batch === null) notFound()
  const hasRemote = ctx.ports.remoteSigner.isOffered
  return <BatchPage batch={batch} hasRemote={hasRemote} refusal={await refusalIn(ctx, query)} locale={ctx.locale} />
}
