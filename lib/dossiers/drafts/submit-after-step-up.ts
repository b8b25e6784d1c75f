import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { err } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { takeWish, writeWish } from './draft-repository'
import { submitDraft } from './submit'

/** How long one may take to confirm who one is; then it must be asked for again. */
export const WISH_SECONDS = 15 * 60

const wish = z.object({ tokenHash: z.string(), content: z.string(), at: z.coerce.date() })

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * Remembers that this content was to be submitted once the person has confirmed who they are. The token goes to the
 * browser that asked and to no address, so that a link cannot submit anything.
 */
export async function rememberToSubmit(ctx: Ctx, draftId: string, content: string): Promise<string> {
  const token = Buffer.from(ctx.random(32)).toString('base64url')
  await writeWish(ctx, draftId, { tokenHash: hashOf(token), content, at: ctx.now.toISOString() })
  return token
}

/** Submits what was asked for before, once, by the browser that asked; otherwise it must be asked for anew. */
export async function submitAfterStepUp(
  ctx: Ctx,
  draftId: string,
  token: string,
): Promise<Result<{ dossierId: string }, DomainError>> {
  const storedWish = wish.safeParse(await takeWish(ctx, draftId))
  if (!storedWish.success) return err({ code: 'not-found' })
  const { tokenHash, content, at } = storedWish.data
  const isOurs = tokenHash === hashOf(token) && ctx.now.getTime() - at.getTime() < WISH_SECONDS * 1000
  return isOurs ? submitDraft(ctx, draftId, content) : err({ code: 'not-found' })
}
