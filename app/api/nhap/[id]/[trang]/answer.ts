import { saveTyping } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import { errorResponse } from '../../../../error-response'
import { drawn } from '../../../../html-page'
import { sentForm } from '../../../../sent-form'

type Params = { params: Promise<{ id: string; trang: string }> }

/** Autosave: the inputs of some questions of a page, kept as typed. */
export function POST(request: Request, { params }: Params): Promise<Response> {
  return drawn(async (visit) => {
    const [{ id, trang }, form] = await Promise.all([params, sentForm(request)])
    if (visit.actor.kind === 'anonymous') return errorResponse(visit, { code: 'sign-in-required' })
    if (!uuid.safeParse(id).success) return errorResponse(visit, { code: 'not-found' })
    const done = await saveTyping(visit, id, trang, form)
    return done.ok ? Response.json(done.value) : errorResponse(visit, done.error)
  })
}
