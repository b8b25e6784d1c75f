import { redirect } from 'next/navigation'
import { paths } from '@/lib/dossiers'
import { chooseRemotely } from '@/lib/dossiers/server'
import { addressWithRefusal } from '../../../../../../../../../address-with-refusal'
import { applicantContext } from '../../../../../../../../../signed-in'

/** Takes which of several certificates at the remote service is to sign. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string; tep: string; phien: string }> },
): Promise<Response> {
  const { id, tep, phien } = await params
  const ctx = await applicantContext(paths.remoteSigning(id, tep, phien))
  const chosen = (await request.formData()).get('chung-thu')
  const { to, refusal } = await chooseRemotely(ctx, tep, phien, typeof chosen === 'string' ? chosen : '')
  redirect(refusal === null ? to : await addressWithRefusal(ctx, to, refusal))
}
