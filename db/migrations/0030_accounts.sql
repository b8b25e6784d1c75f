create table users (
  id uuid primary key,
  kind text not null check (kind in ('citizen', 'business', 'officer')),
  name text not null check (length(name) > 0),
  locale text not null default 'vi' check (locale in ('vi', 'en')),
  disabled_at timestamptz(3),
  is_sample boolean not null default false,
  created_at timestamptz(3) not null
);
create index users_by_kind on users (kind, name, id);

-- What an identity provider proved about a citizen or business. Personal data lies only in the sealed column.
create table identities (
  user_id uuid primary key references users (id),
  issuer text not null,
  subject text not null,
  assurance smallint not null check (assurance in (1, 2)),
  identifier_hash text not null,
  facts_sealed bytea not null,
  refreshed_at timestamptz(3) not null,
  constraint identities_subject unique (issuer, subject)
);
create index identities_by_identifier on identities (identifier_hash);

create table officer_credentials (
  user_id uuid primary key references users (id),
  username text not null unique check (username ~ '^[a-z0-9][a-z0-9.-]{1,62}$'),
  password_hash text not null check (password_hash like '$argon2id$%'),
  totp_sealed bytea not null,
  -- The time step of the last code taken: a code is good once.
  totp_last_step bigint not null default 0
);

create table role_grants (
  id uuid primary key,
  user_id uuid not null references users (id),
  role text not null check (role in ('oneStopOfficer', 'caseOfficer', 'unitHead', 'departmentHead', 'agencyLeader', 'registrar',
    'financeOfficer', 'archivist', 'agencyAdmin', 'nationalOverseer', 'taskforceMember', 'systemAdmin', 'auditor')),
  agency_code text not null,
  unit_id uuid,
  effective_from timestamptz(3) not null,
  effective_to timestamptz(3),
  granted_by uuid references users (id),
  constraint role_grants_end_after_start check (effective_to is null or effective_to > effective_from)
);
create unique index role_grants_once on role_grants (user_id, role, agency_code, unit_id) nulls not distinct where effective_to is null;
create index role_grants_of_user on role_grants (user_id);
create index role_grants_of_agency on role_grants (agency_code, role);

-- The cookie holds a random token; only its hash is kept.
create table sessions (
  id uuid primary key,
  token_hash text not null unique,
  user_id uuid not null references users (id),
  device text not null,
  created_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  -- When the person last proved who they are with a second factor.
  verified_at timestamptz(3),
  id_token_sealed bytea,
  revoked_at timestamptz(3),
  revoked_for text check (revoked_for in ('sign-out', 'revoked', 'rotated')),
  constraint sessions_revoked_has_reason check ((revoked_at is null) = (revoked_for is null)),
  constraint sessions_end_after_start check (ends_at > created_at)
);
create index sessions_of_user on sessions (user_id, seen_at desc) where revoked_at is null;

-- An officer who gave the right password and still owes the code.
create table sign_in_challenges (
  token_hash text primary key,
  user_id uuid not null references users (id),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);

-- Failures in a row, by keyed hash of the account name or the network address; neither is kept itself.
create table sign_in_attempts (
  kind text not null check (kind in ('account', 'address')),
  key_hash text not null,
  failures integer not null check (failures >= 0),
  last_at timestamptz(3) not null,
  blocked_until timestamptz(3) not null,
  primary key (kind, key_hash)
);
