import 'server-only'
import { redirect } from 'next/navigation'
import type { Person } from '@/lib/access'
import { accountPaths, withReturn } from '@/lib/accounts'
import type { Ctx } from '@/lib/ports'
import { requestContext } from '@/lib/runtime/server'
import { SeeOther } from './see-other'

type Applicant = Ctx & { actor: Person }

const isApplicant = (ctx: Ctx): ctx is Applicant => ctx.actor.kind === 'citizen' || ctx.actor.kind === 'business'

const signInFor = (path: string): string => withReturn(accountPaths.signIn(), path)

/** The context of a signed-in citizen or business; anybody else is sent to sign in and comes back to `path`. */
export async function applicantContext(path: string): Promise<Applicant> {
  const ctx = await requestContext()
  if (!isApplicant(ctx)) redirect(signInFor(path))
  return ctx
}

/** The same for a page as plain HTML, which has the context of the request already. */
export function asApplicant(ctx: Ctx, path: string): Applicant {
  if (!isApplicant(ctx)) throw new SeeOther(signInFor(path))
  return ctx
}
