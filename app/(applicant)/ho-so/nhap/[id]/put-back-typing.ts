import 'server-only'
import { forgetTyping, typingKept } from '@/lib/accounts/server'
import { typedValues, uuid } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'

type Send = (draftId: string, form: FormData) => Promise<Result<unknown, DomainError>>

/** A form that was refused, and what was typed into it, by the names of its inputs. */
export type RefusedForm = { error: DomainError; values: Record<string, string> }

/** What was sent from this page of a draft after the session had ended goes where it would have gone then; what is refused comes back. */
export async function putBackTyping(ctx: Ctx, path: string, draftId: string, send: Send): Promise<RefusedForm | null> {
  const typed = uuid.safeParse(draftId).success ? await typingKept(ctx, path) : null
  if (typed === null) return null
  const form = new FormData()
  for (const [name, value] of typed) form.append(name, value)
  const done = await send(draftId, form)
  await forgetTyping(ctx, path)
  return done.ok ? null : { error: done.error, values: typedValues(form) }
}
