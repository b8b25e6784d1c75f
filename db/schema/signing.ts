import { boolean, customType, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from './accounts'

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })
const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/** A root that signatures may lead to, in the set it belongs to. */
export const trustAnchors = pgTable('trust_anchors', {
  id: uuid('id').primaryKey(),
  set: text('anchor_set').$type<'public' | 'government'>().notNull(),
  name: text('name').notNull(),
  certificate: bytes('certificate').notNull(),
  /** SHA-256 of the certificate. */
  fingerprint: text('fingerprint').notNull(),
  effectiveFrom: at('effective_from').notNull(),
  /** From here on nothing is trusted because of it, whenever it was signed. */
  effectiveTo: at('effective_to'),
  source: text('source').notNull(),
  isSample: boolean('is_sample').notNull(),
})

/** What was found out about stored content, by its digest. */
export const fileVerdicts = pgTable('file_verdicts', {
  sha256: text('sha256').primaryKey(),
  verifiedAt: at('verified_at').notNull(),
  summary: text('summary').notNull(),
  report: jsonb('report').notNull(),
})

/** Reports made for people who asked on the public page. */
export const verificationReports = pgTable('verification_reports', {
  id: text('id').primaryKey(),
  madeAt: at('made_at').notNull(),
  expiresAt: at('expires_at').notNull(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  report: jsonb('report').notNull(),
})

/** Remote signatures under way; what each step must remember lies sealed. */
export const remoteSignings = pgTable('remote_signings', {
  stateHash: text('state_hash').primaryKey(),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id),
  /** The file to be signed, or else the batch of results. */
  attachmentId: uuid('attachment_id'),
  batchId: uuid('batch_id'),
  sealed: bytes('sealed').notNull(),
  expiresAt: at('expires_at').notNull(),
})

/** Challenges of certificate sign-ins that were answered. */
export const answeredChallenges = pgTable('answered_challenges', {
  challengeHash: text('challenge_hash').primaryKey(),
  expiresAt: at('expires_at').notNull(),
})

/** What was found at the addresses at which certificates say their issuer's can be had. */
export const fetchedIssuers = pgTable('fetched_issuers', {
  address: text('address').primaryKey(),
  wantedAt: at('wanted_at').notNull(),
  askedAt: at('asked_at'),
  /** Base64 of DER. */
  certificates: jsonb('certificates').notNull().default([]),
})
