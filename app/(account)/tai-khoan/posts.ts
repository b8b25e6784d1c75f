import { ROLE_WORDS } from '@/lib/accounts'
import { agencyByCode } from '@/lib/agencies/server'
import { say } from '@/lib/i18n'
import type { requestContext } from '@/lib/runtime/server'

/** What an officer is, and where: one line a grant. */
export async function postsOf(ctx: Awaited<ReturnType<typeof requestContext>>): Promise<string[]> {
  const grants = ctx.actor.kind === 'officer' ? ctx.actor.grants : []
  return Promise.all(
    grants.map(async ({ role, agencyCode }) => {
      const agency = await agencyByCode(ctx, agencyCode)
      return `${say(ROLE_WORDS[role], ctx.locale)} – ${agency === null ? agencyCode : say(agency.name, ctx.locale)}`
    }),
  )
}
