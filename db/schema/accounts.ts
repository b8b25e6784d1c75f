import {
  bigint,
  boolean,
  customType,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })
const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

export const users = pgTable('users', {
  id: uuid('id').primaryKey(),
  kind: text('kind', { enum: ['citizen', 'business', 'officer'] }).notNull(),
  name: text('name').notNull(),
  locale: text('locale', { enum: ['vi', 'en'] })
    .notNull()
    .default('vi'),
  disabledAt: moment('disabled_at'),
  isSample: boolean('is_sample').notNull().default(false),
  createdAt: moment('created_at').notNull(),
})

/** What an identity provider proved about a citizen or business; personal data lies only in the sealed column. */
export const identities = pgTable(
  'identities',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => users.id),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    assurance: smallint('assurance').notNull(),
    identifierHash: text('identifier_hash').notNull(),
    factsSealed: bytea('facts_sealed').notNull(),
    refreshedAt: moment('refreshed_at').notNull(),
  },
  (table) => [unique('identities_subject').on(table.issuer, table.subject)],
)

export const officerCredentials = pgTable('officer_credentials', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id),
  username: text('username').notNull().unique(),
  passwordHash: text('password_hash').notNull(),
  totpSealed: bytea('totp_sealed').notNull(),
  /** The time step of the last code taken: a code is good once. */
  totpLastStep: bigint('totp_last_step', { mode: 'number' }).notNull().default(0),
})

export const roleGrants = pgTable('role_grants', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id),
  role: text('role').notNull(),
  agencyCode: text('agency_code').notNull(),
  unitId: uuid('unit_id'),
  effectiveFrom: moment('effective_from').notNull(),
  effectiveTo: moment('effective_to'),
  grantedBy: uuid('granted_by').references(() => users.id),
})

/** The cookie holds a random token; only its hash is kept. */
export const sessions = pgTable('sessions', {
  id: uuid('id').primaryKey(),
  tokenHash: text('token_hash').notNull().unique(),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id),
  device: text('device').notNull(),
  createdAt: moment('created_at').notNull(),
  seenAt: moment('seen_at').notNull(),
  endsAt: moment('ends_at').notNull(),
  verifiedAt: moment('verified_at'),
  /** Of the certificate the session was opened with; null where a person signed in. */
  certificateSha256: text('certificate_sha256'),
  idTokenSealed: bytea('id_token_sealed'),
  revokedAt: moment('revoked_at'),
  revokedFor: text('revoked_for', { enum: ['sign-out', 'revoked', 'rotated'] }),
})

/** What was sent from a form after the session had ended, until its sender has signed in again. */
export const keptTyping = pgTable(
  'kept_typing',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    path: text('path').notNull(),
    typedSealed: bytea('typed_sealed').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.path] })],
)

/** An officer who gave the right password and still owes the code. */
export const signInChallenges = pgTable('sign_in_challenges', {
  tokenHash: text('token_hash').primaryKey(),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
})

/** Failures in a row, by keyed hash of the account name or the network address; neither is kept itself. */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    kind: text('kind', { enum: ['account', 'address'] }).notNull(),
    keyHash: text('key_hash').notNull(),
    failures: integer('failures').notNull(),
    lastAt: moment('last_at').notNull(),
    blockedUntil: moment('blocked_until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.keyHash] })],
)

/** The personal number an officer's certificates must carry, as an administrator recorded it. */
export const officerNumbers = pgTable('officer_numbers', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id),
  personalIdSealed: bytea('personal_id_sealed').notNull(),
  /** Under which a number already given to somebody is found; missing only in rows older than it. */
  personalIdHash: text('personal_id_hash').unique(),
  recordedAt: moment('recorded_at').notNull(),
  recordedBy: uuid('recorded_by').references(() => users.id),
})

/** Where an officer, or the one-stop desk of an agency, is called; one row of each is open. */
export const contactPhones = pgTable('contact_phones', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id').references(() => users.id),
  agencyCode: text('agency_code'),
  phone: text('phone').notNull(),
  validFrom: moment('valid_from').notNull(),
  validTo: moment('valid_to'),
  recordedBy: uuid('recorded_by').references(() => users.id),
  isSample: boolean('is_sample').notNull().default(false),
})
