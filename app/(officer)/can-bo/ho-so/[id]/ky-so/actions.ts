'use server'
import { redirect } from 'next/navigation'
import { paths } from '@/lib/dossiers'
import { prepareResult } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'

/** Freezes the result for signature; whatever keeps it from that is told on the dossier's own page. */
export async function freezeResult(id: string): Promise<void> {
  const done = await prepareResult(await requestContext(), id)
  redirect(done.ok ? paths.signResult(id) : paths.officerDossier(id))
}
