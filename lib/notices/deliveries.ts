import 'server-only'
import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { noticeDeliveries } from '@/db/schema/notices'
import { jobAdder } from '@/lib/ledger/server'
import type { Ctx, TxCtx } from '@/lib/ports'
import { CHANNEL_IDS, CHANNELS } from './channels'
import type { DeliveryCommand } from './delivery'
import { MOST_ATTEMPTS, statesBefore, step } from './delivery'

const deliveryKey = z.object({ noticeId: z.uuid(), channel: z.enum(CHANNEL_IDS) })
export type DeliveryKey = z.infer<typeof deliveryKey>

export const NOTICE_JOBS = { 'notices.deliver': deliveryKey }
const addNoticeJob = jobAdder(NOTICE_JOBS)

/** A delivery in our hands, and which attempt this is. */
export type Claimed = DeliveryKey & { attempts: number }

/** Longer than any attempt takes: until then nobody else tries, not even where whoever did has died. */
const CLAIM_SECONDS = 60

const isDelivery = ({ noticeId, channel }: DeliveryKey) =>
  and(eq(noticeDeliveries.noticeId, noticeId), eq(noticeDeliveries.channel, channel))

/** Notes every channel a new notice goes out on, with the job of each that has something to send; in the notice's transaction. */
export async function openDeliveries(ctx: Pick<TxCtx, 'db' | 'now'>, noticeId: string): Promise<void> {
  const rows = CHANNEL_IDS.map((channel) => {
    const state = CHANNELS[channel].kind === 'kept' ? 'delivered' : 'waiting'
    return { noticeId, channel, state, changedAt: ctx.now }
  })
  await ctx.db.insert(noticeDeliveries).values(rows)
  for (const { channel, state } of rows) {
    if (state === 'waiting') await queueDelivery(ctx, { noticeId, channel })
  }
}

/** The job of a delivery; one that waits under its key is replaced. */
export function queueDelivery(ctx: Pick<TxCtx, 'db'>, { noticeId, channel }: DeliveryKey, runAt?: Date): Promise<void> {
  const options = { key: `deliver:${noticeId}:${channel}`, maxAttempts: MOST_ATTEMPTS, ...(runAt && { runAt }) }
  return addNoticeJob(ctx, 'notices.deliver', { noticeId, channel }, options)
}

/** Takes the delivery in hand for one attempt; null where it is over or in other hands. */
export async function claim(ctx: Ctx, key: DeliveryKey): Promise<Claimed | null> {
  const [row] = await ctx.db
    .update(noticeDeliveries)
    .set({
      state: 'waiting',
      attempts: sql`${noticeDeliveries.attempts} + 1`,
      claimedUntil: new Date(ctx.now.getTime() + CLAIM_SECONDS * 1000),
    })
    .where(
      and(
        isDelivery(key),
        inArray(noticeDeliveries.state, statesBefore('attempt')),
        or(isNull(noticeDeliveries.claimedUntil), lte(noticeDeliveries.claimedUntil, ctx.now)),
      ),
    )
    .returning({ attempts: noticeDeliveries.attempts })
  return row === undefined ? null : { ...key, attempts: row.attempts }
}

/** Until when somebody else has the delivery in hand; null where nothing is left to do. */
export async function endOfClaim({ db }: { db: Database }, key: DeliveryKey): Promise<Date | null> {
  const [row] = await db
    .select({ claimedUntil: noticeDeliveries.claimedUntil })
    .from(noticeDeliveries)
    .where(and(isDelivery(key), inArray(noticeDeliveries.state, statesBefore('attempt'))))
  return row?.claimedUntil ?? null
}

type Note = { command: DeliveryCommand; reason?: string; code?: string }

/** Writes down what an attempt came to, unless somebody has tried again since. */
export async function note(ctx: Ctx, { attempts, ...key }: Claimed, { command, reason, code }: Note): Promise<void> {
  const to = step('waiting', command)
  if (!to.ok) throw new Error(`a delivery in hand cannot ${command}`)
  await ctx.db
    .update(noticeDeliveries)
    .set({ state: to.value, reason: reason ?? null, code: code ?? null, changedAt: ctx.now, claimedUntil: null })
    .where(and(isDelivery(key), eq(noticeDeliveries.state, 'waiting'), eq(noticeDeliveries.attempts, attempts)))
}
