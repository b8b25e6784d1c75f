import 'server-only'
import { redirect } from 'next/navigation'
import type { Officer } from '@/lib/access'
import { accountPaths, withReturn } from '@/lib/accounts'
import type { Ctx } from '@/lib/ports'
import { requestContext } from '@/lib/runtime/server'

/** The context of a signed-in officer; anybody else is sent to sign in and comes back to `path`. */
export async function officerContext(path: string): Promise<Ctx & { actor: Officer }> {
  const ctx = await requestContext()
  const { actor } = ctx
  if (actor.kind !== 'officer') redirect(withReturn(accountPaths.officerSignIn(), path))
  return { ...ctx, actor }
}
