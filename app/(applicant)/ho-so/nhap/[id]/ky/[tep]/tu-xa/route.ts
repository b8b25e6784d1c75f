import { redirect } from 'next/navigation'
import { paths } from '@/lib/dossiers'
import { beginRemoteFile, signableFile } from '@/lib/dossiers/server'
import { applicantContext } from '../../../../../../../signed-in'
import { addressWithRefusal } from '../../../../../../../address-with-refusal'

/** Begins a remote signature: on to the service, where the person shows which certificates they have. */
export async function POST(
  _: Request,
  { params }: { params: Promise<{ id: string; tep: string }> },
): Promise<Response> {
  const { id, tep } = await params
  const page = paths.signFile(id, tep)
  const ctx = await applicantContext(page)
  const signable = await signableFile(ctx, tep)
  const begun = signable.ok ? await beginRemoteFile(ctx, signable.value.file) : signable
  redirect(begun.ok ? begun.value : await addressWithRefusal(ctx, page, begun.error))
}
