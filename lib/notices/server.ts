import 'server-only'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { notices } from '@/db/schema/notices'
import { userIdOf } from '@/lib/access'
import type { Ctx } from '@/lib/ports'

export { deliveryInput, redeliver, undeliveredNotices } from './undelivered'

const mine = (ctx: Ctx) => {
  const userId = userIdOf(ctx.actor)
  return userId === null ? sql`false` : eq(notices.userId, userId)
}

/** The latest notices of whoever asks. */
export async function myNotices(ctx: Ctx) {
  return ctx.db.select().from(notices).where(mine(ctx)).orderBy(desc(notices.createdAt), desc(notices.id)).limit(50)
}

/** How many of them are unread. */
export async function unreadNotices(ctx: Ctx): Promise<number> {
  return userIdOf(ctx.actor) === null ? 0 : ctx.db.$count(notices, and(mine(ctx), isNull(notices.readAt)))
}

/** Marks everything shown so far as read. */
export async function markNoticesRead(ctx: Ctx): Promise<void> {
  await ctx.db
    .update(notices)
    .set({ readAt: ctx.now })
    .where(and(mine(ctx), isNull(notices.readAt)))
}
