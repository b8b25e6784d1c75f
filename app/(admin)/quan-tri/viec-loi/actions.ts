'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { retryJob } from '@/lib/oversight/server'
import { actingContext } from '../../../acting'

export async function retryJobAction(form: FormData): Promise<void> {
  const id = z.coerce.number().int().positive().safeParse(form.get('id'))
  const ctx = await actingContext('/quan-tri/viec-loi')
  if (id.success) await retryJob(ctx, id.data)
  redirect('/quan-tri/viec-loi')
}
