import { deviceOf } from '@/lib/accounts/server'
import { signFile } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'
import { signedInput } from '@/lib/signing'
import { errorResponse } from '../../../error-response'

/** Takes a signature made in the browser: what to append, and to which bytes. */
export async function POST(request: Request, { params }: { params: Promise<{ tep: string }> }): Promise<Response> {
  const [{ tep }, ctx] = await Promise.all([params, requestContext()])
  if (ctx.actor.kind === 'anonymous') return errorResponse(ctx, { code: 'sign-in-required' })
  const signed = signedInput.safeParse(await request.json().catch(() => null))
  if (!signed.success) return errorResponse(ctx, { code: 'invalid-input' })
  const device = deviceOf(request.headers.get('user-agent'))
  const done = await signFile(ctx, tep, signed.data, { by: 'pkcs12', device })
  return done.ok ? Response.json({ id: done.value.id }) : errorResponse(ctx, done.error)
}
