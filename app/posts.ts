import type { Role } from '@/lib/access'
import { ROLE_WORDS } from '@/lib/accounts'
import { agencyByCode } from '@/lib/agencies/server'
import { say } from '@/lib/i18n'
import type { requestContext } from '@/lib/runtime/server'

type Post = { role: Role; agencyCode: string }

/** What an officer is, and where: one line a post. */
export function postsOf(ctx: Awaited<ReturnType<typeof requestContext>>, posts: readonly Post[]): Promise<string[]> {
  return Promise.all(
    posts.map(async ({ role, agencyCode }) => {
      const agency = await agencyByCode(ctx, agencyCode)
      return `${say(ROLE_WORDS[role], ctx.locale)} – ${agency === null ? agencyCode : say(agency.name, ctx.locale)}`
    }),
  )
}
