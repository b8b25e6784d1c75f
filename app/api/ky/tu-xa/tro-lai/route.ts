import { redirect } from 'next/navigation'
import { deviceOf } from '@/lib/accounts/server'
import { returnFromRemote } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'
import { refusedTo } from '../../../../refused-to'

/** Where the remote signing service sends people back to. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await requestContext()
  const asked = new URL(request.url).searchParams
  const device = deviceOf(request.headers.get('user-agent'))
  const { to, refusal } = await returnFromRemote(ctx, {
    state: asked.get('state') ?? '',
    code: asked.get('code'),
    device,
  })
  redirect(refusal === null ? to : refusedTo(to, refusal))
}
