import { userIdOf } from '@/lib/access'
import { attachmentPaths } from '@/lib/attachments'
import { handleUpload } from '@/lib/attachments/server'
import { mayAttach } from '@/lib/dossiers/server'
import { errorAnswer } from '@/lib/errors'
import { uuid } from '@/lib/kernel'
import { createAllowance } from '@/lib/pages/server'
import { requestContext } from '@/lib/runtime/server'
import { plainRefusal } from '../../../error-response'

const UPLOADS_A_MINUTE = 60
const allowance = createAllowance(UPLOADS_A_MINUTE)

/** Resumable uploads (tus 1.0) to drafts; a person begins at most sixty a minute. */
async function handle(request: Request): Promise<Response> {
  const ctx = await requestContext()
  const ownerId = userIdOf(ctx.actor)
  if (ownerId === null) return plainRefusal(ctx, { code: 'sign-in-required' })
  if (request.method === 'POST' && !allowance.take(ownerId, ctx.now.getTime())) {
    return plainRefusal(ctx, { code: 'too-many-requests', detail: { seconds: 60 } })
  }
  return handleUpload({ ...ctx, ownerId }, request, {
    route: attachmentPaths.uploads(),
    mayAttach: (holderId, requirementCode) =>
      uuid.safeParse(holderId).success
        ? mayAttach(ctx, holderId, requirementCode)
        : Promise.resolve({ ok: false, error: { code: 'not-found' } }),
    answerTo: (error) => errorAnswer(error, ctx.locale),
  })
}

export { handle as DELETE, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST }
