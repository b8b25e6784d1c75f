import 'server-only'
import { redirect } from 'next/navigation'
import type { Person } from '@/lib/access'
import { accountPaths, withReturn } from '@/lib/accounts'
import type { Ctx } from '@/lib/ports'
import { requestContext } from '@/lib/runtime/server'

type Applicant = Ctx & { actor: Person }

/** The context of a signed-in citizen or business; anybody else is sent to sign in and comes back to `path`. */
export async function applicantContext(path: string): Promise<Applicant> {
  return asApplicant(await requestContext(), path)
}

/** The same for whoever has the context of the request already. */
export function asApplicant(ctx: Ctx, path: string): Applicant {
  const { actor } = ctx
  if (actor.kind !== 'citizen' && actor.kind !== 'business') redirect(withReturn(accountPaths.signIn(), path))
  return { ...ctx, actor }
}
