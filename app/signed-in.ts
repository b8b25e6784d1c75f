import 'server-only'
import { redirect } from 'next/navigation'
import type { Person } from '@/lib/access'
import type { Ctx } from '@/lib/ports'
import { requestContext } from '@/lib/runtime/server'

/** The context of a signed-in citizen or business; anybody else is sent to sign in and comes back to `path`. */
export async function applicantContext(path: string): Promise<Ctx & { actor: Person }> {
  const ctx = await requestContext()
  const { actor } = ctx
  if (actor.kind !== 'citizen' && actor.kind !== 'business') redirect(`/dang-nhap?tiep=${encodeURIComponent(path)}`)
  return { ...ctx, actor }
}
