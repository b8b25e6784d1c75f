import 'server-only'
import { forgetTyping, typingKept } from '@/lib/accounts/server'
import { paths } from '@/lib/dossiers'
import { savePage } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'

/** What was sent from this page of a form after the session had ended goes where it would have gone then. */
export async function putBackTyping(ctx: Ctx, draftId: string, pageId: string): Promise<void> {
  const path = paths.draftPage(draftId, pageId)
  const typed = uuid.safeParse(draftId).success ? await typingKept(ctx, path) : null
  if (typed === null) return
  const form = new FormData()
  for (const [name, value] of typed) form.append(name, value)
  await savePage(ctx, draftId, pageId, form)
  await forgetTyping(ctx, path)
}
