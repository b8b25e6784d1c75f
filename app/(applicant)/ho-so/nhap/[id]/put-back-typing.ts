import 'server-only'
import { forgetTyping, typingKept } from '@/lib/accounts/server'
import { uuid } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { applicantContext } from '../../../../signed-in'

type Send = (ctx: Ctx, draftId: string, form: FormData) => Promise<unknown>

/** What was sent from this page of a draft after the session had ended goes where it would have gone then. */
export async function putBackTyping(path: string, draftId: string, send: Send): Promise<void> {
  const ctx = await applicantContext(path)
  const typed = uuid.safeParse(draftId).success ? await typingKept(ctx, path) : null
  if (typed === null) return
  const form = new FormData()
  for (const [name, value] of typed) form.append(name, value)
  await send(ctx, draftId, form)
  await forgetTyping(ctx, path)
}
