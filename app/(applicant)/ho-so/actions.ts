'use server'
import { redirect } from 'next/navigation'
import type { ActState } from '@/components/dossier/use-act'
import { paths, withdrawal } from '@/lib/dossiers'
import { discardDraft, startSupplement, withdrawDossier } from '@/lib/dossiers/server'
import { parseForm, typedValues, uuid } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'

export async function discardDraftAction(form: FormData): Promise<void> {
  const draft = uuid.safeParse(form.get('draft'))
  if (draft.success) await discardDraft(await requestContext(), draft.data)
  redirect(paths.mine())
}

export async function withdrawAction(id: string, _: ActState, form: FormData): Promise<ActState> {
  const input = parseForm(withdrawal, form)
  const done = input.ok ? await withdrawDossier(await requestContext(), { id }, input.value) : input
  if (!done.ok) return { error: done.error, values: typedValues(form) }
  redirect(`${paths.dossier(id)}?da=rut`)
}

export async function startSupplementAction(id: string): Promise<void> {
  const started = await startSupplement(await requestContext(), id)
  redirect(started.ok ? paths.draftReview(started.value) : paths.dossier(id))
}
