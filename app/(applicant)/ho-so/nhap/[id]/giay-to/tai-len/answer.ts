import { accountPaths, withReturn } from '@/lib/accounts'
import { receiveForm } from '@/lib/attachments/server'
import { paths } from '@/lib/dossiers'
import { mayAttach } from '@/lib/dossiers/server'
import { typedValues, uuid } from '@/lib/kernel'
import { errorResponse } from '../../../../../../error-response'
import { addressWithRefusal } from '../../../../../../address-with-refusal'
import { drawn, seeOther } from '../../../../../../html-page'
import { sentForm } from '../../../../../../sent-form'

/** A file from a browser without script: the whole of it in one multipart request. */
export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return drawn(async (visit) => {
    const { id } = await params
    const back = paths.draftDocuments(id)
    if (visit.actor.kind === 'anonymous') return seeOther(withReturn(accountPaths.signIn(), back))
    if (!uuid.safeParse(id).success) return errorResponse(visit, { code: 'not-found' })
    const form = await sentForm(request)
    const requirement = typedValues(form)['muc'] ?? ''
    const allowed = await mayAttach(visit, id, requirement)
    const done = allowed.ok
      ? await receiveForm(visit, form.get('tep'), { holderId: id, requirementCode: requirement, rule: allowed.value })
      : allowed
    if (done.ok) return seeOther(`${back}#${requirement}`)
    const place = new URLSearchParams({ muc: requirement }).toString()
    const refused = await addressWithRefusal(visit, `${back}?${place}`, done.error)
    return seeOther(`${refused}#${encodeURIComponent(requirement)}`)
  })
}
