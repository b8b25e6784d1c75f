'use server'
import { redirect } from 'next/navigation'
import type { ActState } from '@/components/dossier/use-act'
import { forgetTyping } from '@/lib/accounts/server'
import { paths, withdrawal } from '@/lib/dossiers'
import { withdrawDossier } from '@/lib/dossiers/server'
import { parseForm, typedValues } from '@/lib/kernel'
import { actingContext } from '../../acting'

export async function withdrawAction(id: string, _: ActState, form: FormData): Promise<ActState> {
  const ctx = await actingContext(paths.withdraw(id), form)
  const input = parseForm(withdrawal, form)
  const done = input.ok ? await withdrawDossier(ctx, { id }, input.value) : input
  if (!done.ok) return { error: done.error, values: typedValues(form) }
  await forgetTyping(ctx, paths.withdraw(id))
  redirect(`${paths.dossier(id)}?da=rut`)
}
