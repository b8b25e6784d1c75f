'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { deliveryInput, redeliver } from '@/lib/notices/server'
import { retryJob } from '@/lib/oversight/server'
import { actingContext } from '../../../acting'

export async function retryJobAction(form: FormData): Promise<void> {
  const id = z.coerce.number().int().positive().safeParse(form.get('id'))
  const ctx = await actingContext('/quan-tri/viec-loi')
  if (id.success) await retryJob(ctx, id.data)
  redirect('/quan-tri/viec-loi')
}

export async function redeliverAction(form: FormData): Promise<void> {
  const parsed = deliveryInput.safeParse({ noticeId: form.get('noticeId'), channel: form.get('channel') })
  const ctx = await actingContext('/quan-tri/viec-loi')
  if (parsed.success) await redeliver(ctx, parsed.data)
  redirect('/quan-tri/viec-loi')
}
