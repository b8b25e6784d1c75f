import { deviceOf } from '@/lib/accounts/server'
import { itemOf, signInBatch } from '@/lib/dossiers/server'
import { ok } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'
import { signedInput } from '@/lib/signing'
import { errorResponse } from '../../../../../../error-response'

type Params = { params: Promise<{ lo: string; thu: string }> }

/** Takes a leader's signature made in the browser, and approves that result with it. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const [{ lo, thu }, ctx] = await Promise.all([params, requestContext()])
  if (ctx.actor.kind === 'anonymous') return errorResponse(ctx, { code: 'sign-in-required' })
  const item = await itemOf(ctx, lo, thu)
  if (item === null) return errorResponse(ctx, { code: 'not-found' })
  const signed = signedInput.safeParse(await request.json().catch(() => null))
  if (!signed.success) return errorResponse(ctx, { code: 'invalid-input' })
  const device = deviceOf(request.headers.get('user-agent'))
  const done = await signInBatch(ctx, item, ok(signed.data), { by: 'pkcs12', device })
  return done.ok ? Response.json({ isSigned: true }) : errorResponse(ctx, done.error)
}
