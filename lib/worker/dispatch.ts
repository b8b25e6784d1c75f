import { lt } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { eventDeliveries } from '@/db/schema/worker'
import { addReaction, EVENT_JOBS, jobsOf, queuedEvent } from '@/lib/ledger/server'
import type { Ctx, Handler, Job, QueuedEvent, TxCtx } from '@/lib/ports'

/**
 * Gives an event to everybody who listens: one job per handler, all in one transaction with the note that it was given, so that a
 * dispatch tried again after a crash adds nothing twice.
 */
export function dispatch(handlers: readonly Handler[]): Job {
  const jobs = jobsOf(EVENT_JOBS, {
    async dispatch(ctx, event) {
      const listeners = handlers.filter(({ on }) => on.includes(event.type))
      if (listeners.length > 0) await inTransaction(ctx, (ctx) => giveOnce(ctx, listeners, event))
    },
  })
  return { task: 'dispatch', run: jobs.dispatch }
}

async function giveOnce(ctx: TxCtx, listeners: readonly Handler[], event: QueuedEvent): Promise<void> {
  const added = await ctx.db
    .insert(eventDeliveries)
    .values(listeners.map(({ task }) => ({ eventId: event.eventId, task })))
    .onConflictDoNothing()
    .returning({ task: eventDeliveries.task })
  for (const listener of added) await addReaction(ctx, listener, event)
}

/** A dispatch is over within a day at most; after a month its notes serve nobody. */
export async function forgetDeliveries(ctx: Ctx): Promise<void> {
  const old = new Date(ctx.now.getTime() - 30 * 24 * 3_600_000)
  await ctx.db.delete(eventDeliveries).where(lt(eventDeliveries.at, old))
}

/** A handler as a job: the payload is the event. */
export function asJob(handler: Handler): Job {
  return { task: handler.task, run: (ctx, payload) => handler.run(ctx, queuedEvent.parse(payload)) }
}
