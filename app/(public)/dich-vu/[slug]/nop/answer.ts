import { accountPaths, withReturn } from '@/lib/accounts'
import { cataloguePaths } from '@/lib/catalogue'
import { paths } from '@/lib/dossiers'
import { openDraft, placeToGoOn, startDraft } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'
import { addressWithRefusal } from '../../../../address-with-refusal'
import { seeOther } from '../../../../html-page'

/** Begins a dossier, or goes on with the draft there is; whoever is not signed in does so first and comes back here. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  const caseCode = new URL(request.url).searchParams.get('truong-hop') ?? undefined
  const ctx = await requestContext()
  const started = await startDraft(ctx, slug, caseCode)
  if (started.ok) {
    const opened = await openDraft(ctx, started.value)
    return seeOther(opened.ok ? placeToGoOn(opened.value) : paths.draft(started.value))
  }
  if (started.error.code === 'sign-in-required')
    return seeOther(withReturn(accountPaths.signIn(), paths.startCase(slug, caseCode)))
  if (started.error.code === 'nobody-receives')
    return seeOther(await addressWithRefusal(ctx, paths.mine(), started.error))
  return seeOther(started.error.code === 'not-online' ? cataloguePaths.procedure(slug) : cataloguePaths.search())
}
