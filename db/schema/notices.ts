import { jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

type Words = { vi: string; en: string }

/** What a person is told, in the portal and by mail; one of an event for a person, however often the job runs. */
export const notices = pgTable('notices', {
  id: uuid('id').primaryKey(),
  key: text('key').notNull().unique(),
  userId: uuid('user_id').notNull(),
  dossierId: uuid('dossier_id'),
  title: jsonb('title').$type<Words>().notNull(),
  body: jsonb('body').$type<Words>().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull(),
  readAt: timestamp('read_at', { withTimezone: true, precision: 3 }),
  mailedAt: timestamp('mailed_at', { withTimezone: true, precision: 3 }),
})
