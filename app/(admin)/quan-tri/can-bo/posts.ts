import { ROLE_WORDS } from '@/lib/accounts'
import type { SigningOfficer } from '@/lib/accounts/server'
import { agencyByCode } from '@/lib/agencies/server'
import { say } from '@/lib/i18n'
import type { requestContext } from '@/lib/runtime/server'

/** An officer with their posts in words. */
export async function withPosts(
  ctx: Awaited<ReturnType<typeof requestContext>>,
  { posts, ...officer }: SigningOfficer,
) {
  const said = posts.map(async ({ role, agencyCode }) => {
    const agency = await agencyByCode(ctx, agencyCode)
    return `${say(ROLE_WORDS[role], ctx.locale)} – ${agency === null ? agencyCode : say(agency.name, ctx.locale)}`
  })
  return { ...officer, posts: await Promise.all(said) }
}
