import 'server-only'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { noticeDeliveries } from '@/db/schema/notices'
import { holdsAnywhere } from '@/lib/access'
import type { Text } from '@/lib/i18n'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import { recorder } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import { CHANNEL_IDS, channelNamed } from './channels'
import { queueDelivery } from './deliveries'
import { DELIVERY_STATES, FAILURES, statesBefore } from './delivery'

const recordOnOperator = recorder('user', {
  'notice.redelivered': z.object({ noticeId: z.uuid(), channel: z.enum(CHANNEL_IDS) }),
})

const UNDELIVERED = ['refused', 'failed'] as const
const row = z.object({
  noticeId: z.string(),
  channel: z.string(),
  state: z.enum(UNDELIVERED),
  reason: z.string(),
  code: z.string().nullable(),
  attempts: z.number(),
  changedAt: z.date(),
})

/** A delivery that will not be tried again by itself; of its person and their address it says nothing. */
export type Undelivered = {
  noticeId: string
  channel: string
  on: Text
  state: Text
  why: Text
  code: string | null
  attempts: number
  changedAt: Date
}

const mayOperate = (ctx: Ctx) => holdsAnywhere(ctx.actor, ['systemAdmin'])
const same = (text: string): Text => ({ vi: text, en: text })

/** What reached nobody, latest first; only for those who run the portal. */
export async function undeliveredNotices(ctx: Ctx): Promise<Result<Undelivered[], DomainError>> {
  if (!mayOperate(ctx)) return err({ code: 'forbidden' })
  const rows = await ctx.db
    .select()
    .from(noticeDeliveries)
    .where(inArray(noticeDeliveries.state, [...UNDELIVERED]))
    .orderBy(desc(noticeDeliveries.changedAt))
    .limit(100)
  return ok(z.array(row).parse(rows).map(inWords))
}

function inWords({ state, reason, channel, ...rest }: z.infer<typeof row>): Undelivered {
  const failure = Object.entries(FAILURES).find(([name]) => name === reason)
  return {
    ...rest,
    channel,
    on: channelNamed(channel)?.words ?? same(channel),
    state: DELIVERY_STATES[state],
    why: failure?.[1].words ?? same(reason),
  }
}

export const deliveryInput = z.object({ noticeId: z.uuid(), channel: z.enum(CHANNEL_IDS) })

/** Lets a delivery be tried again from the beginning, as where its person has mended the address. */
export async function redeliver(
  ctx: Ctx,
  { noticeId, channel }: z.infer<typeof deliveryInput>,
): Promise<Result<null, DomainError>> {
  if (!mayOperate(ctx) || ctx.actor.kind !== 'officer') return err({ code: 'forbidden' })
  const { userId } = ctx.actor
  return inTransaction(ctx, async (ctx) => {
    const [reopened] = await ctx.db
      .update(noticeDeliveries)
      .set({ state: 'waiting', attempts: 0, changedAt: ctx.now })
      .where(
        and(
          eq(noticeDeliveries.noticeId, noticeId),
          eq(noticeDeliveries.channel, channel),
          inArray(noticeDeliveries.state, statesBefore('reopen')),
        ),
      )
      .returning({ noticeId: noticeDeliveries.noticeId })
    if (reopened === undefined) return err({ code: 'not-found' })
    await queueDelivery(ctx, { noticeId, channel })
    await recordOnOperator(ctx, userId, { type: 'notice.redelivered', data: { noticeId, channel } })
    return ok(null)
  })
}
