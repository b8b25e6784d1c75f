'use server'
import { redirect } from 'next/navigation'
import type { ActState } from '@/components/dossier/use-act'
import { paths } from '@/lib/dossiers'
import { officerAct } from '@/lib/dossiers/server'
import { typedValues } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'

/** One act of the desk; `id` and `command` are bound by the page and believed by nobody. */
export async function actOnDossier(id: string, command: string, _: ActState, form: FormData): Promise<ActState> {
  const done = await officerAct(await requestContext(), id, command, form)
  if (!done.ok) return { error: done.error, values: typedValues(form) }
  redirect(`${paths.officerDossier(id)}?da=${command}`)
}
