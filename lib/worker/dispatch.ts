import { lt } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { eventDeliveries } from '@/db/schema/worker'
import { addJob } from '@/lib/ledger/server'
import type { Ctx, Handler, Job } from '@/lib/ports'

export const queuedEvent = z.object({
  eventId: z.uuid(),
  type: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  data: z.record(z.string(), z.unknown()),
})

/**
 * Gives an event to everybody who listens: one job per handler, all in one transaction with the note that it was given, so that a
 * dispatch tried again after a crash adds nothing twice.
 */
export function dispatch(handlers: readonly Handler[]): Job {
  return {
    task: 'dispatch',
    async run(ctx, payload) {
      const event = queuedEvent.parse(payload)
      const tasks = handlers.filter((handler) => handler.on.includes(event.type)).map((handler) => handler.task)
      if (tasks.length === 0) return
      await inTransaction(ctx, async (ctx) => {
        const rows = tasks.map((task) => ({ eventId: event.eventId, task }))
        const added = await ctx.db
          .insert(eventDeliveries)
          .values(rows)
          .onConflictDoNothing()
          .returning({ task: eventDeliveries.task })
        for (const { task } of added) await addJob(ctx, task, event, { key: `event:${event.eventId}:${task}` })
      })
    },
  }
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
