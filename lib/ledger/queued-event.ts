import { z } from 'zod'

/** An event as the queue holds it; what its data is, its module's schemas say. */
export const queuedEvent = z.object({
  eventId: z.uuid(),
  type: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  data: z.record(z.string(), z.unknown()),
})
