'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { retryJob } from '@/lib/oversight/server'
import { requestContext } from '@/lib/runtime/server'

export async function retryJobAction(form: FormData): Promise<void> {
  const id = z.coerce.number().int().positive().safeParse(form.get('id'))
  if (id.success) await retryJob(await requestContext(), id.data)
  redirect('/quan-tri/viec-loi')
}
