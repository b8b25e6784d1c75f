import { deviceOf } from '@/lib/accounts/server'
import { signResult } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'
import { signedInput } from '@/lib/signing'
import { errorResponse } from '../../../../../../error-response'

/** Takes a leader's signature made in the browser, and approves the result with it. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [{ id }, ctx] = await Promise.all([params, requestContext()])
  if (ctx.actor.kind === 'anonymous') return errorResponse(ctx, { code: 'sign-in-required' })
  const signed = signedInput.safeParse(await request.json().catch(() => null))
  if (!signed.success) return errorResponse(ctx, { code: 'invalid-input' })
  const device = deviceOf(request.headers.get('user-agent'))
  const done = await signResult(ctx, id, signed.data, { by: 'pkcs12', device })
  return done.ok ? Response.json({ state: done.value.state }) : errorResponse(ctx, done.error)
}
