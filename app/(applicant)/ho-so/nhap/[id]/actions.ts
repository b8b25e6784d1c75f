'use server'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ActState } from '@/components/dossier/use-act'
import { accountPaths } from '@/lib/accounts'
import { cookieRules } from '@/lib/accounts/server'
import { paths } from '@/lib/dossiers'
import {
  detachFile,
  explainItem,
  planFile,
  rememberToSubmit,
  submitDraft,
  supplementDossier,
  WISH_SECONDS,
} from '@/lib/dossiers/server'
import { typedValues, uuid } from '@/lib/kernel'
import { actingContext } from '../../../../acting'
import { WISH_COOKIE } from './wish-cookie'

export async function detachAction(id: string, form: FormData): Promise<void> {
  const file = uuid.safeParse(form.get('tep'))
  const ctx = await actingContext(paths.draftDocuments(id))
  if (uuid.safeParse(id).success && file.success) await detachFile(ctx, id, file.data)
  redirect(paths.draftDocuments(id))
}

export async function explainAction(id: string, _: ActState, form: FormData): Promise<ActState> {
  const ctx = await actingContext(paths.draftReview(id), form)
  if (!uuid.safeParse(id).success) return { error: { code: 'not-found' }, values: {} }
  const done = await explainItem(ctx, id, form)
  if (!done.ok) return { error: done.error, values: typedValues(form) }
  redirect(paths.draftReview(id))
}

export async function planFileAction(id: string, form: FormData): Promise<void> {
  const ctx = await actingContext(paths.draftDocuments(id))
  if (uuid.safeParse(id).success) await planFile(ctx, id, form)
  redirect(paths.draftDocuments(id))
}

type Submitted = { dossierId: string | null; content: string }

/**
 * Hands in what the person has read; for a supplement, hands that in. Asked twice it leads to the same dossier. Who must
 * confirm who they are first does so, and what was asked for is then done.
 */
export async function submitAction(id: string, { dossierId, content }: Submitted, _: ActState): Promise<ActState> {
  const ctx = await actingContext(paths.draftReview(id))
  if (!uuid.safeParse(id).success) return { error: { code: 'not-found' }, values: {} }
  if (dossierId !== null) {
    const sent = await supplementDossier(ctx, dossierId, id)
    if (!sent.ok) return { error: sent.error, values: {} }
    redirect(`${paths.dossier(dossierId)}?da=bo-sung`)
  }
  const done = await submitDraft(ctx, id, content)
  if (done.ok) redirect(`${paths.dossier(done.value.dossierId)}?da=nop`)
  if (done.error.code !== 'step-up-required') return { error: done.error, values: {} }
  const token = await rememberToSubmit(ctx, id, content)
  const jar = await cookies()
  jar.set(WISH_COOKIE, token, { ...cookieRules(), path: paths.submitAfterStepUp(id), maxAge: WISH_SECONDS })
  redirect(accountPaths.stepUpFor(paths.submitAfterStepUp(id)))
}
