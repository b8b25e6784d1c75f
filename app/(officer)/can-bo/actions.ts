'use server'
import { revalidatePath } from 'next/cache'
import type { AssignManyState } from '@/components/inbox/assign-many'
import { paths } from '@/lib/dossiers'
import { assignMany } from '@/lib/dossiers/server'
import { actingContext } from '../../acting'

/** Gives the ticked dossiers of a queue to one person; every one is judged by itself. */
export async function assignManyAction(_: AssignManyState, form: FormData): Promise<AssignManyState> {
  const done = await assignMany(await actingContext(paths.inbox()), form)
  if (!done.ok) return { error: done.error }
  revalidatePath('/can-bo')
  return { outcome: done.value }
}
