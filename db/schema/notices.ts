import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

type Words = { vi: string; en: string }

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** What a person is told; one of an event for a person, however often the job runs. */
export const notices = pgTable('notices', {
  id: uuid('id').primaryKey(),
  key: text('key').notNull().unique(),
  userId: uuid('user_id').notNull(),
  dossierId: uuid('dossier_id'),
  title: jsonb('title').$type<Words>().notNull(),
  body: jsonb('body').$type<Words>().notNull(),
  createdAt: at('created_at').notNull(),
  readAt: at('read_at'),
})

/** How far a notice is on one of its channels. The address is not kept here: it may change, and is personal. */
export const noticeDeliveries = pgTable(
  'notice_deliveries',
  {
    noticeId: uuid('notice_id').notNull(),
    channel: text('channel').notNull(),
    state: text('state').notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** Why the last attempt failed, or why there was none. */
    reason: text('reason'),
    /** The other side's number for it. */
    code: text('code'),
    changedAt: at('changed_at').notNull(),
    /** While it is in somebody's hands; one who dies gives it back by letting the time pass. */
    claimedUntil: at('claimed_until'),
  },
  (table) => [primaryKey({ columns: [table.noticeId, table.channel] })],
)
