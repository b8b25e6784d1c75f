import { userIdOf } from '@/lib/access'
import { handleUpload } from '@/lib/attachments/server'
import { mayAttach } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'
import { errorResponse } from '../../../error-response'

/** Resumable uploads (tus 1.0) to drafts. */
async function handle(request: Request): Promise<Response> {
  const ctx = await requestContext()
  const ownerId = userIdOf(ctx.actor)
  if (ownerId === null) return errorResponse(ctx, { code: 'sign-in-required' })
  return handleUpload({ ...ctx, ownerId }, request, '/api/tep', (holderId, requirementCode) =>
    uuid.safeParse(holderId).success
      ? mayAttach(ctx, holderId, requirementCode)
      : Promise.resolve({ ok: false, error: { code: 'not-found' } }),
  )
}

export { handle as DELETE, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST }
