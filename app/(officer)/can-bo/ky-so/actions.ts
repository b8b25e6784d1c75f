'use server'
import { redirect } from 'next/navigation'
import { paths } from '@/lib/dossiers'
import { makeBatch } from '@/lib/dossiers/server'
import { actingContext } from '../../../acting'
import { addressWithRefusal } from '../../../address-with-refusal'

/** The results ticked in the list, frozen to be looked at and signed together. */
export async function chooseResults(form: FormData): Promise<void> {
  await toBatch(form.getAll('hs').filter((id) => typeof id === 'string'))
}

/** One result, from its dossier's page; `id` is bound by the page and believed by nobody. */
export async function signOneResult(id: string): Promise<void> {
  await toBatch([id])
}

async function toBatch(ids: string[]): Promise<never> {
  const ctx = await actingContext(paths.signing())
  const batch = await makeBatch(ctx, ids)
  redirect(batch.ok ? paths.signingBatch(batch.value) : await addressWithRefusal(ctx, paths.signing(), batch.error))
}
