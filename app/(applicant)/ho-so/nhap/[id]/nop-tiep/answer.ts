import { paths } from '@/lib/dossiers'
import { submitAfterStepUp } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import { requestContext, requestCookies } from '@/lib/runtime/server'
import { seeOther } from '../../../../../html-page'
import { WISH_COOKIE } from '../wish-cookie'

type Params = { params: Promise<{ id: string }> }

/** Back from confirming who one is: what was asked for is done, or the review says that it is still to do. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const [{ id }, ctx, jar] = await Promise.all([params, requestContext(), requestCookies()])
  const token = jar.get(WISH_COOKIE)?.value
  if (token === undefined || !uuid.safeParse(id).success) return seeOther(paths.draft(id))
  jar.delete({ name: WISH_COOKIE, path: paths.submitAfterStepUp(id) })
  const done = await submitAfterStepUp(ctx, id, token)
  return seeOther(done.ok ? `${paths.dossier(done.value.dossierId)}?da=nop` : `${paths.draftReview(id)}?con=1`)
}
