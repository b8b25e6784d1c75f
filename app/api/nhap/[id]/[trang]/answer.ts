import { saveTyping } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'
import { errorResponse } from '../../../../error-response'

type Params = { params: Promise<{ id: string; trang: string }> }

/** Autosave: the inputs of some questions of a page, kept as typed. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const [{ id, trang }, ctx, form] = await Promise.all([params, requestContext(), request.formData()])
  if (ctx.actor.kind === 'anonymous') return errorResponse(ctx, { code: 'sign-in-required' })
  if (!uuid.safeParse(id).success) return errorResponse(ctx, { code: 'not-found' })
  const done = await saveTyping(ctx, id, trang, form)
  return done.ok ? Response.json(done.value) : errorResponse(ctx, done.error)
}
