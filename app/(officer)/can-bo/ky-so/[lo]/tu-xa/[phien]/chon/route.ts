import { redirect } from 'next/navigation'
import { paths } from '@/lib/dossiers'
import { chooseForBatch } from '@/lib/dossiers/server'
import { officerContext } from '../../../../../../../officer-signed-in'
import { addressWithRefusal } from '../../../../../../../address-with-refusal'

type Params = { params: Promise<{ lo: string; phien: string }> }

/** Takes which of several certificates at the remote service is to sign a batch. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { lo, phien } = await params
  const ctx = await officerContext(paths.signingBatch(lo))
  const chosen = (await request.formData()).get('chung-thu')
  const credentialId = typeof chosen === 'string' ? chosen : ''
  const next = await chooseForBatch(ctx, lo, { state: phien, credentialId })
  if (next.ok) redirect(next.value)
  const isAgain = next.error.code === 'invalid-input'
  const page = isAgain ? paths.remoteBatchSigning(lo, phien) : paths.signingBatch(lo)
  redirect(await addressWithRefusal(ctx, page, next.error))
}
