-- Whom signatures are judged by. An anchor's end is the only thing about it that can change.
create table trust_anchors (
  id uuid primary key,
  anchor_set text not null check (anchor_set in ('public', 'government')),
  name text not null,
  certificate bytea not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  effective_from timestamptz(3) not null,
  effective_to timestamptz(3),
  source text not null,
  is_sample boolean not null,
  constraint ends_after_it_began check (effective_to is null or effective_to >= effective_from)
);
create unique index trust_anchors_one_open on trust_anchors (fingerprint) where effective_to is null;

create function trust_anchors_only_end() returns trigger language plpgsql as $$
begin
  if old.effective_to is not null or (to_jsonb(new) - 'effective_to') is distinct from (to_jsonb(old) - 'effective_to') then
    raise exception 'of a trust anchor only its end can be set, once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger trust_anchors_only_end before update on trust_anchors for each row execute function trust_anchors_only_end();
revoke delete, truncate on trust_anchors from motcua_app;

-- The latest verdict on stored content; judging again replaces it.
create table file_verdicts (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  verified_at timestamptz(3) not null,
  summary text not null check (summary in ('valid', 'undecided', 'invalid', 'unsigned', 'unreadable')),
  report jsonb not null
);

-- Reports somebody asked for on the public page: kept for an hour under a name nobody can guess; the file itself is not kept.
create table verification_reports (
  id text primary key check (length(id) >= 32),
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  report jsonb not null
);
create index verification_reports_by_end on verification_reports (expires_at);
