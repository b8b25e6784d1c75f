import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** A result as a leader is shown it for signature, and what came back. */
export const resultSignings = pgTable(
  'result_signings',
  {
    id: uuid('id').primaryKey(),
    dossierId: uuid('dossier_id').notNull(),
    dossierVersion: integer('dossier_version').notNull(),
    /** The day in Vietnam that is printed on it. */
    issueDay: date('issue_day').notNull(),
    preparedBy: uuid('prepared_by').notNull(),
    preparedAt: at('prepared_at').notNull(),
    number: text('number').notNull(),
    places: jsonb('places').$type<unknown>().notNull(),
    pages: integer('pages').notNull(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    signedSha256: text('signed_sha256'),
    signedSize: integer('signed_size'),
    signedAt: at('signed_at'),
    signedBy: uuid('signed_by'),
  },
  (table) => [uniqueIndex('result_signings_once').on(table.dossierId, table.dossierVersion, table.issueDay)],
)

/** Results a leader chose to sign in one act. */
export const signingBatches = pgTable('signing_batches', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id').notNull(),
  madeAt: at('made_at').notNull(),
})

/** One of them as it was shown; what could not be shown has only the reason. */
export const signingBatchItems = pgTable(
  'signing_batch_items',
  {
    batchId: uuid('batch_id').notNull(),
    position: integer('position').notNull(),
    dossierId: uuid('dossier_id').notNull(),
    signingId: uuid('signing_id'),
    /** Why it is not signed: what was said last. */
    refusal: jsonb('refusal').$type<unknown>(),
  },
  (table) => [
    primaryKey({ columns: [table.batchId, table.position] }),
    uniqueIndex('signing_batch_items_once').on(table.batchId, table.dossierId),
  ],
)
