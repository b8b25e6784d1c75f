-- Remote signatures under way: one row a step, taken by the person who began it, once, within minutes. Verifier, token and
-- the prepared revision lie sealed.
create table remote_signings (
  state_hash text primary key check (state_hash ~ '^[0-9a-f]{64}$'),
  user_id uuid not null references users (id),
  attachment_id uuid not null,
  sealed bytea not null,
  expires_at timestamptz(3) not null
);
create index remote_signings_by_end on remote_signings (expires_at);

-- Challenges of certificate sign-ins that were answered: none counts twice.
create table answered_challenges (
  challenge_hash text primary key check (challenge_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz(3) not null
);
create index answered_challenges_by_end on answered_challenges (expires_at);
