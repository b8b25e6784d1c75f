'use server'
import { redirect } from 'next/navigation'
import type { ActState } from '@/components/dossier/use-act'
import { pageOfAct, paths } from '@/lib/dossiers'
import { forgetTyping } from '@/lib/accounts/server'
import { officerAct } from '@/lib/dossiers/server'
import { typedValues } from '@/lib/kernel'
import { actingContext } from '../../../../acting'

/** One act of the desk; `id` and `command` are bound by the page and believed by nobody. */
export async function actOnDossier(id: string, command: string, _: ActState, form: FormData): Promise<ActState> {
  const path = pageOfAct(id, command)
  const ctx = await actingContext(path, form)
  const done = await officerAct(ctx, id, command, form)
  if (!done.ok) return { error: done.error, values: typedValues(form) }
  await forgetTyping(ctx, path)
  redirect(`${paths.officerDossier(id)}?da=${command}`)
}
