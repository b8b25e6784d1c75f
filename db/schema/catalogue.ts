import { sql } from 'drizzle-orm'
import {
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'

type Words = { vi: string; en: string }

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const procedures = pgTable('procedures', {
  code: text('code').primaryKey(),
  slug: text('slug').notNull().unique('procedures_slug_key'),
  createdAt: moment('created_at').notNull(),
})

/** Published once, never changed (a trigger and missing rights see to it). */
export const procedureRevisions = pgTable(
  'procedure_revisions',
  {
    id: uuid('id').primaryKey(),
    procedureCode: text('procedure_code')
      .notNull()
      .references(() => procedures.code),
    number: integer('number').notNull(),
    definition: jsonb('definition').$type<unknown>().notNull(),
    sha256: text('sha256').notNull(),
    effectiveFrom: date('effective_from').notNull(),
    publishedAt: moment('published_at').notNull(),
  },
  (table) => [
    unique('procedure_revisions_procedure_code_number_key').on(table.procedureCode, table.number),
    index('procedure_revisions_in_force').on(table.procedureCode, table.effectiveFrom, table.number.desc()),
  ],
)

/** What search and browsing look at, one row a revision. */
export const procedureSearch = pgTable(
  'procedure_search',
  {
    revisionId: uuid('revision_id')
      .primaryKey()
      .references(() => procedureRevisions.id),
    procedureCode: text('procedure_code')
      .notNull()
      .references(() => procedures.code),
    number: integer('number').notNull(),
    effectiveFrom: date('effective_from').notNull(),
    slug: text('slug').notNull(),
    name: jsonb('name').$type<Words>().notNull(),
    summary: jsonb('summary').$type<Words>().notNull(),
    handledBy: jsonb('handled_by').$type<Words>().notNull(),
    serviceField: text('service_field').notNull(),
    /** Null where one named agency decides. */
    agencyFunction: text('agency_function'),
    audience: text('audience').array().notNull(),
    lifeEvents: text('life_events').array().notNull(),
    level: text('level', { enum: ['FULL', 'PARTIAL'] }).notNull(),
    online: boolean('online').notNull(),
    /** Order of lists without a query. */
    sortKey: text('sort_key').notNull(),
    words: tsvector('words').notNull(),
  },
  (table) => [
    index('procedure_search_words').using('gin', table.words),
    index('procedure_search_in_force').on(table.procedureCode, table.effectiveFrom, table.number.desc()),
  ],
)

/** Names and synonyms one by one, without diacritics. */
export const procedureTerms = pgTable(
  'procedure_terms',
  {
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => procedureSearch.revisionId, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    term: text('term').notNull(),
    plain: text('plain').notNull(),
    locale: text('locale', { enum: ['vi', 'en'] }).notNull(),
    isName: boolean('is_name').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.revisionId, table.position] }),
    index('procedure_terms_alike').using('gin', sql`${table.plain} gin_trgm_ops`),
  ],
)

/** What people look for that is not filed here. */
export const signposts = pgTable('signposts', {
  code: text('code').primaryKey(),
  name: jsonb('name').$type<Words>().notNull(),
  /** Who does it and where to ask. */
  doneBy: jsonb('done_by').$type<Words>().notNull(),
  /** As search reads what people type. */
  terms: text('terms').array().notNull(),
  source: text('source').notNull(),
  effectiveFrom: date('effective_from').notNull(),
  effectiveTo: date('effective_to'),
})
