-- What was found at the addresses at which certificates say their issuer's can be had; base64 of DER, [] where there was none.
create table fetched_issuers (
  address text primary key check (length(address) <= 500),
  wanted_at timestamptz(3) not null,
  asked_at timestamptz(3),
  certificates jsonb not null default '[]'
);
create index fetched_issuers_by_want on fetched_issuers (wanted_at);
