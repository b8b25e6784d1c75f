'use server'
import { redirect } from 'next/navigation'
import { uuid } from '@/lib/kernel'
import { revokeSession } from '@/lib/accounts/server'
import { requestContext } from '@/lib/runtime/server'

export async function revokeSessionAction(form: FormData): Promise<void> {
  const id = uuid.safeParse(form.get('phien'))
  const done = id.success && (await revokeSession(await requestContext(), id.data)).ok
  redirect(done ? '/tai-khoan?xong=1#phien' : '/tai-khoan#phien')
}
