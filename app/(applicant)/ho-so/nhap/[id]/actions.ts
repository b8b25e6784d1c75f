'use server'
import { redirect } from 'next/navigation'
import type { ActState } from '@/components/dossier/use-act'
import { stepUpPath } from '@/lib/accounts'
import { paths } from '@/lib/dossiers'
import { detachFile, explainItem, planFile, savePage, submitDraft, supplementDossier } from '@/lib/dossiers/server'
import type { PageSaved } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { requestContext } from '@/lib/runtime/server'
import { actingContext } from '../../../../acting'

/** Keeps the page and goes on; what is wrong is shown on the same page, which has kept it all. */
export async function savePageAction(id: string, pageId: string, form: FormData): Promise<void> {
  const ctx = await actingContext(paths.draftPage(id, pageId), form)
  redirect(await savedBy(ctx, id, pageId, form))
}

/** Keeps the page and says where to go on; null when nobody is signed in any more: the page in the browser has kept it all. */
export async function savedPage(id: string, pageId: string, form: FormData): Promise<string | null> {
  const ctx = await requestContext()
  return ctx.actor.kind === 'anonymous' ? null : savedBy(ctx, id, pageId, form)
}

async function savedBy(ctx: Ctx, id: string, pageId: string, form: FormData): Promise<string> {
  return uuid.safeParse(id).success ? placeAfter(id, pageId, await savePage(ctx, id, pageId, form)) : paths.mine()
}

function placeAfter(id: string, pageId: string, done: Result<PageSaved, DomainError>): string {
  if (!done.ok) return done.error.code === 'invalid-input' ? `${paths.draftPage(id, pageId)}?loi=1` : paths.mine()
  const { next } = done.value
  if (next.kind === 'documents') return paths.draftDocuments(id)
  if (next.kind === 'review') return paths.draftReview(id)
  return paths.draftPage(id, next.kind === 'page' ? next.pageId : pageId)
}

export async function detachAction(id: string, form: FormData): Promise<void> {
  const file = uuid.safeParse(form.get('tep'))
  const ctx = await actingContext(paths.draftDocuments(id))
  if (uuid.safeParse(id).success && file.success) await detachFile(ctx, id, file.data)
  redirect(paths.draftDocuments(id))
}

export async function explainAction(id: string, form: FormData): Promise<void> {
  if (uuid.safeParse(id).success) await explainItem(await requestContext(), id, form)
  redirect(paths.draftReview(id))
}

export async function planFileAction(id: string, form: FormData): Promise<void> {
  if (uuid.safeParse(id).success) await planFile(await requestContext(), id, form)
  redirect(paths.draftDocuments(id))
}

/** Hands the draft in; for a supplement, hands that in. Asked twice it leads to the same dossier. */
export async function submitAction(id: string, dossierId: string | null, _: ActState): Promise<ActState> {
  const ctx = await actingContext(paths.draftReview(id))
  if (!uuid.safeParse(id).success) return { error: { code: 'not-found' }, values: {} }
  if (dossierId !== null) {
    const sent = await supplementDossier(ctx, dossierId, id)
    if (!sent.ok) return { error: sent.error, values: {} }
    redirect(`${paths.dossier(dossierId)}?da=bo-sung`)
  }
  const done = await submitDraft(ctx, id)
  if (done.ok) redirect(`${paths.dossier(done.value.dossierId)}?da=nop`)
  if (done.error.code === 'step-up-required') redirect(stepUpPath(paths.draftReview(id)))
  return { error: done.error, values: {} }
}
