import { bigint, boolean, integer, pgTable, pgView, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** Which handler has been given which event. */
export const eventDeliveries = pgTable(
  'event_deliveries',
  {
    eventId: uuid('event_id').notNull(),
    task: text('task').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.task] })],
)

export const workerHeartbeats = pgTable('worker_heartbeats', {
  workerId: text('worker_id').primaryKey(),
  host: text('host').notNull(),
  pid: integer('pid').notNull(),
  at: at('at').notNull().defaultNow(),
})

/** Jobs that failed at least once; `isFinal` when the worker has given up. */
export const failedJobsView = pgView('job_troubles', {
  id: bigint('id', { mode: 'number' }).notNull(),
  task: text('task').notNull(),
  key: text('key'),
  attempts: integer('attempts').notNull(),
  maxAttempts: integer('max_attempts').notNull(),
  lastError: text('last_error').notNull(),
  isFinal: boolean('is_final').notNull(),
  runAt: at('run_at').notNull(),
  createdAt: at('created_at').notNull(),
  updatedAt: at('updated_at').notNull(),
}).existing()
