import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

type Words = { vi: string; en: string }

/** What someone is still writing: a dossier before submission, or the buffer of an open supplement request. */
export const drafts = pgTable(
  'drafts',
  {
    id: uuid('id').primaryKey(),
    ownerId: uuid('owner_id').notNull(),
    procedureCode: text('procedure_code').notNull(),
    revisionId: uuid('revision_id').notNull(),
    caseCode: text('case_code'),
    /** Set when this is the buffer of a supplement to that dossier. */
    dossierId: uuid('dossier_id'),
    answers: jsonb('answers').$type<Record<string, unknown>>().notNull().default({}),
    /** In the buffer of a supplement: why something is not mended, and which earlier files are replaced, by their ids. */
    replies: jsonb('replies')
      .$type<{ explanations: Record<string, string>; replaced: Record<string, boolean> }>()
      .notNull()
      .default({ explanations: {}, replaced: {} }),
    /** By field, what another page typed meanwhile: the person chooses. */
    disputed: jsonb('disputed').$type<Record<string, unknown>>().notNull().default({}),
    /** Whether a session by the company's certificate sees it: its director's own drafts are not for whoever holds that. */
    openToCertificate: boolean('open_to_certificate').notNull().default(false),
    /** What was to be submitted before the person confirmed who they are. */
    wish: jsonb('wish').$type<unknown>(),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true, precision: 3 }).notNull(),
    submittedAt: timestamp('submitted_at', { withTimezone: true, precision: 3 }),
    discardedAt: timestamp('discarded_at', { withTimezone: true, precision: 3 }),
  },
  (table) => [index('drafts_of_owner').on(table.ownerId, table.savedAt)],
)

export const dossiers = pgTable('dossiers', {
  id: uuid('id').primaryKey(),
  /** One submission a draft, whatever is clicked twice. */
  draftId: uuid('draft_id').notNull().unique(),
  submissionCode: text('submission_code').notNull().unique(),
  /** Given at acceptance (TT 01/2018/TT-VPCP article 19). */
  dossierCode: text('dossier_code').unique(),
  procedureCode: text('procedure_code').notNull(),
  procedureName: jsonb('procedure_name').$type<Words>().notNull(),
  revisionId: uuid('revision_id').notNull(),
  caseCode: text('case_code').notNull(),
  submitterId: uuid('submitter_id').notNull(),
  applicantId: uuid('applicant_id').notNull(),
  applicantName: text('applicant_name').notNull(),
  /** Unaccented lower case, for search. */
  applicantSearch: text('applicant_search').notNull(),
  /** Keyed hash of the applicant's personal id or tax code, for search by number. */
  applicantIdHash: text('applicant_id_hash'),
  /** Keyed hashes of every number in the answers and facts. */
  numberHashes: text('number_hashes').array().notNull().default([]),
  answers: jsonb('answers').$type<Record<string, unknown>>().notNull(),
  /** What the identity provider vouched for on the day of submission. */
  facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
  fee: jsonb('fee').$type<{ items: { code: string; name: Words; amount: number }[]; total: number | null }>().notNull(),
  state: text('state').$type<string>().notNull(),
  agencyCode: text('agency_code').notNull(),
  receivingAgencyCode: text('receiving_agency_code').notNull(),
  unitId: uuid('unit_id'),
  assigneeId: uuid('assignee_id'),
  version: integer('version').notNull().default(1),
  submittedAt: timestamp('submitted_at', { withTimezone: true, precision: 3 }).notNull(),
  intakeDueAt: timestamp('intake_due_at', { withTimezone: true, precision: 3 }).notNull(),
  acceptedAt: timestamp('accepted_at', { withTimezone: true, precision: 3 }),
  originalDueAt: timestamp('original_due_at', { withTimezone: true, precision: 3 }),
  dueAt: timestamp('due_at', { withTimezone: true, precision: 3 }),
  deadline: jsonb('deadline').$type<unknown>(),
  completedAt: timestamp('completed_at', { withTimezone: true, precision: 3 }),
  returnedAt: timestamp('returned_at', { withTimezone: true, precision: 3 }),
  /** Since when the present state holds. */
  stateSince: timestamp('state_since', { withTimezone: true, precision: 3 }).notNull(),
  /** Since when the present unit or person holds it. */
  heldSince: timestamp('held_since', { withTimezone: true, precision: 3 }).notNull(),
  /** Until when somebody has to act, kept by a trigger; null while the applicant is waited for and once it has ended. */
  actBy: timestamp('act_by', { withTimezone: true, precision: 3 }),
  /** Why it ended without a result, where it did. */
  closing: jsonb('closing').$type<{ ground: string; reason: string; guidance?: string | undefined }>(),
  supplementCount: integer('supplement_count').notNull().default(0),
})

/** One complete request; at most one open per dossier (a partial unique index says so). */
export const supplementRequests = pgTable('supplement_requests', {
  id: uuid('id').primaryKey(),
  dossierId: uuid('dossier_id').notNull(),
  items: jsonb('items').$type<SupplementItemRow[]>().notNull(),
  note: text('note').notNull(),
  requestedBy: uuid('requested_by').notNull(),
  requestedAt: timestamp('requested_at', { withTimezone: true, precision: 3 }).notNull(),
  dueAt: timestamp('due_at', { withTimezone: true, precision: 3 }).notNull(),
  answeredAt: timestamp('answered_at', { withTimezone: true, precision: 3 }),
  closedAt: timestamp('closed_at', { withTimezone: true, precision: 3 }),
  /** How each item was answered; null until then. */
  answers: jsonb('answers').$type<unknown>(),
})

type SupplementItemRow = {
  target: 'field' | 'document'
  ref: string
  label: Words
  reason: 'missing' | 'wrong' | 'unreadable' | 'expired' | 'mismatch'
  howToMend: string
}

/** Append-only: why an act was done, in the words of whoever had to give a reason. */
export const dossierReasons = pgTable('dossier_reasons', {
  actId: uuid('act_id').primaryKey(),
  dossierId: uuid('dossier_id').notNull(),
  ground: text('ground'),
  reason: text('reason').notNull(),
  guidance: text('guidance'),
})

export const dossierResults = pgTable('dossier_results', {
  dossierId: uuid('dossier_id').primaryKey(),
  outcome: text('outcome').$type<'granted' | 'denied'>().notNull(),
  ground: text('ground'),
  reason: text('reason').notNull(),
  fields: jsonb('fields').$type<Record<string, unknown>>().notNull(),
  draftedBy: uuid('drafted_by').notNull(),
  draftedAt: timestamp('drafted_at', { withTimezone: true, precision: 3 }).notNull(),
  number: text('number'),
  approvedBy: uuid('approved_by'),
  approvedAt: timestamp('approved_at', { withTimezone: true, precision: 3 }),
  sentBackReason: text('sent_back_reason'),
})

/** Append-only: how the due date came to be, step by step. */
export const deadlineEvents = pgTable('deadline_events', {
  id: uuid('id').primaryKey(),
  dossierId: uuid('dossier_id').notNull(),
  at: timestamp('at', { withTimezone: true, precision: 3 }).notNull(),
  kind: text('kind').$type<'started' | 'paused' | 'resumed' | 'restarted' | 'stopped'>().notNull(),
  dueAt: timestamp('due_at', { withTimezone: true, precision: 3 }),
  explanation: jsonb('explanation').$type<Words[]>().notNull(),
  legalGround: text('legal_ground').notNull(),
  actorId: uuid('actor_id'),
})

/** Running numbers of a code series within one local day. */
export const codeCounters = pgTable(
  'code_counters',
  {
    series: text('series').notNull(),
    day: date('day').notNull(),
    used: integer('used').notNull(),
  },
  (table) => [primaryKey({ columns: [table.series, table.day] })],
)

/** Official papers made for a dossier, kept by content; one of a kind and occasion. */
export const issuedDocuments = pgTable(
  'issued_documents',
  {
    id: uuid('id').primaryKey(),
    dossierId: uuid('dossier_id').notNull(),
    kind: text('kind').notNull(),
    /** Which of its kind: the supplement request's id, or the kind itself where there is one only. */
    occasion: text('occasion').notNull(),
    number: text('number').notNull(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    issuedAt: timestamp('issued_at', { withTimezone: true, precision: 3 }).notNull(),
    signedLevel: text('signed_level').$type<'unsigned' | 'B-LT' | 'B-LTA'>().notNull().default('unsigned'),
    /** Until when the newest proof of time can be checked by its own certificate. */
    timestampEndsAt: timestamp('timestamp_ends_at', { withTimezone: true, precision: 3 }),
  },
  (table) => [uniqueIndex('issued_documents_once').on(table.dossierId, table.kind, table.occasion)],
)

/** The number of an outgoing paper, taken once for its occasion. */
export const paperNumbers = pgTable(
  'paper_numbers',
  {
    dossierId: uuid('dossier_id').notNull(),
    kind: text('kind').notNull(),
    occasion: text('occasion').notNull(),
    number: text('number').notNull(),
    takenAt: timestamp('taken_at', { withTimezone: true, precision: 3 }).notNull(),
    /** Unguessable; printed on the paper, so that whoever holds it can have its signatures checked. */
    checkCode: text('check_code').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.kind, table.occasion] })],
)
