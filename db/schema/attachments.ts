import { bigint, boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** A stored file and what it is for; the bytes lie in the blob store under their SHA-256. */
export const attachments = pgTable('attachments', {
  id: uuid('id').primaryKey(),
  /** The draft it was attached to; it stays after submission. */
  holderId: uuid('holder_id').notNull(),
  dossierId: uuid('dossier_id'),
  ownerId: uuid('owner_id').notNull(),
  requirementCode: text('requirement_code').notNull(),
  name: text('name').notNull(),
  mediaType: text('media_type').notNull(),
  size: bigint('size', { mode: 'number' }).notNull(),
  sha256: text('sha256').notNull(),
  pages: integer('pages'),
  scan: text('scan').$type<'pending' | 'clean' | 'infected' | 'unscanned'>().notNull(),
  scanDetail: text('scan_detail'),
  storedAt: timestamp('stored_at', { withTimezone: true, precision: 3 }).notNull(),
  removedAt: timestamp('removed_at', { withTimezone: true, precision: 3 }),
  /** From submission on nothing of it changes but the scanner's word. */
  sealedAt: timestamp('sealed_at', { withTimezone: true, precision: 3 }),
  supersededAt: timestamp('superseded_at', { withTimezone: true, precision: 3 }),
  /** The upload it came from; finishing an upload twice gives one attachment. */
  uploadId: text('upload_id').unique(),
})

/** What was found when a content was opened, by which generation of our decoders. */
export const contentVerdicts = pgTable(
  'content_verdicts',
  {
    sha256: text('sha256').notNull(),
    decoders: integer('decoders').notNull(),
    outcome: text('outcome').$type<'opens' | 'broken' | 'locked' | 'too-many-pixels' | 'too-costly'>().notNull(),
    pages: integer('pages'),
    isDrawable: boolean('is_drawable').notNull(),
    foundAt: timestamp('found_at', { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.sha256, table.decoders] })],
)

/** Pictures of pages, made once per content; null for a page that cannot be drawn. */
export const previews = pgTable(
  'previews',
  {
    sha256: text('sha256').notNull(),
    page: integer('page').notNull(),
    width: integer('width').notNull(),
    previewSha256: text('preview_sha256'),
  },
  (table) => [primaryKey({ columns: [table.sha256, table.page, table.width] })],
)
