import { redirect } from 'next/navigation'
import { deviceOf } from '@/lib/accounts/server'
import { returnFromRemote } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'
import { addressWithRefusal } from '../../../../address-with-refusal'
import { applicantContext } from '../../../../signed-in'

/** Where the remote signing service sends people back to; who was signed out meanwhile signs in and comes back here. */
export async function GET(request: Request): Promise<Response> {
  const { pathname, search, searchParams: query } = new URL(request.url)
  const visit = await requestContext()
  const ctx = visit.actor.kind === 'officer' ? visit : await applicantContext(`${pathname}${search}`)
  const device = deviceOf(request.headers.get('user-agent'))
  const { to, refusal } = await returnFromRemote(ctx, {
    state: query.get('state') ?? '',
    code: query.get('code'),
    device,
  })
  redirect(refusal === null ? to : await addressWithRefusal(ctx, to, refusal))
}
