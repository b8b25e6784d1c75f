import { accountPaths, withReturn } from '@/lib/accounts'
import { receiveForm } from '@/lib/attachments/server'
import { paths } from '@/lib/dossiers'
import { mayAttach } from '@/lib/dossiers/server'
import { typedValues, uuid } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'
import { errorResponse } from '../../../../../../error-response'
import { addressWithRefusal } from '../../../../../../address-with-refusal'
import { seeOther } from '../../../../../../html-page'

/** A file from a browser without script: the whole of it in one multipart request. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [{ id }, ctx] = await Promise.all([params, requestContext()])
  if (ctx.actor.kind === 'anonymous') return seeOther(withReturn(accountPaths.signIn(), paths.draftDocuments(id)))
  if (!uuid.safeParse(id).success) return errorResponse(ctx, { code: 'not-found' })
  const form = await request.formData()
  const requirement = typedValues(form)['muc'] ?? ''
  const allowed = await mayAttach(ctx, id, requirement)
  const done = allowed.ok
    ? await receiveForm(ctx, form.get('tep'), { holderId: id, requirementCode: requirement, rule: allowed.value })
    : allowed
  const back = paths.draftDocuments(id)
  if (done.ok) return seeOther(`${back}#${requirement}`)
  const place = new URLSearchParams({ muc: requirement }).toString()
  return seeOther(`${await addressWithRefusal(ctx, `${back}?${place}`, done.error)}#${encodeURIComponent(requirement)}`)
}
