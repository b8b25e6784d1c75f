'use server'
import { revalidatePath } from 'next/cache'
import type { AssignManyState } from '@/components/inbox/assign-many'
import { paths } from '@/lib/dossiers'
import { assignMany } from '@/lib/dossiers/server'
import { actingContext } from '../../acting'

/** Gives the ticked dossiers of a queue to one person; every one is judged by itself. `here` is where to come back to. */
export async function assignManyAction(here: string, _: AssignManyState, form: FormData): Promise<AssignManyState> {
  const done = await assignMany(await actingContext(here), form)
  if (!done.ok) return { error: done.error }
  revalidatePath(paths.inbox())
  return { outcome: done.value }
}
