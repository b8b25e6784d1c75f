import { redirect } from 'next/navigation'
import { paths } from '@/lib/dossiers'
import { beginRemoteBatch } from '@/lib/dossiers/server'
import { officerContext } from '../../../../../officer-signed-in'
import { addressWithRefusal } from '../../../../../address-with-refusal'

/** Begins signing a batch remotely: on to the service, where the leader shows which certificates they have. */
export async function POST(_: Request, { params }: { params: Promise<{ lo: string }> }): Promise<Response> {
  const { lo } = await params
  const page = paths.signingBatch(lo)
  const ctx = await officerContext(page)
  const begun = await beginRemoteBatch(ctx, lo)
  redirect(begun.ok ? begun.value : await addressWithRefusal(ctx, page, begun.error))
}
