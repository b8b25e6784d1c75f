'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { deliveryInput, redeliver } from '@/lib/notices/server'
import { oversightPaths } from '@/lib/oversight'
import { retryJob } from '@/lib/oversight/server'
import { actingContext } from '../../../acting'

export async function retryJobAction(form: FormData): Promise<void> {
  const id = z.coerce.number().int().positive().safeParse(form.get('id'))
  const ctx = await actingContext(oversightPaths.failedJobs())
  if (id.success) await retryJob(ctx, id.data)
  redirect(oversightPaths.failedJobs())
}

export async function redeliverAction(form: FormData): Promise<void> {
  const parsed = deliveryInput.safeParse({ noticeId: form.get('noticeId'), channel: form.get('channel') })
  const ctx = await actingContext(oversightPaths.failedJobs())
  if (parsed.success) await redeliver(ctx, parsed.data)
  redirect(oversightPaths.failedJobs())
}
