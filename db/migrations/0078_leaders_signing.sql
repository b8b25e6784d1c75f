-- The personal number an officer's certificates must carry, as an administrator recorded it.
create table officer_numbers (
  user_id uuid primary key references users (id),
  personal_id_sealed bytea not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid references users (id)
);
revoke delete, truncate on officer_numbers from motcua_app;

-- A result carries the day it is shown for signature on; on another day it is made anew. Who signed is not always who made it.
alter table result_signings
  add column pages integer,
  add column issue_day date,
  add column signed_by uuid references users (id);
alter table result_signings disable trigger result_signings_only_signed;
update result_signings set pages = 1, issue_day = (prepared_at at time zone 'Asia/Ho_Chi_Minh')::date,
  signed_by = case when signed_at is null then null else prepared_by end;
alter table result_signings enable trigger result_signings_only_signed;
alter table result_signings
  alter column pages set not null,
  alter column issue_day set not null,
  drop constraint signed_whole,
  add constraint signed_whole check (num_nonnulls(signed_sha256, signed_size, signed_at, signed_by) in (0, 4)),
  add constraint has_pages check (pages > 0);
drop index result_signings_once;
create unique index result_signings_once on result_signings (dossier_id, dossier_version, issue_day);
create index result_signings_by_base on result_signings (dossier_id, sha256);
create or replace function result_signings_only_signed() returns trigger language plpgsql as $$
begin
  if old.signed_at is not null
    or (to_jsonb(new) - array['signed_sha256', 'signed_size', 'signed_at', 'signed_by'])
      is distinct from (to_jsonb(old) - array['signed_sha256', 'signed_size', 'signed_at', 'signed_by']) then
    raise exception 'of a result shown for signature only the signature can be added, once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant update (signed_by) on result_signings to motcua_app;

-- Results a leader chose to sign in one act, as they were shown; each is signed, or refused with its own reason.
create table signing_batches (
  id uuid primary key,
  user_id uuid not null references users (id),
  made_at timestamptz(3) not null
);
create table signing_batch_items (
  batch_id uuid not null references signing_batches (id),
  position integer not null check (position between 1 and 20),
  dossier_id uuid not null references dossiers (id),
  signing_id uuid references result_signings (id),
  refusal jsonb,
  primary key (batch_id, position),
  constraint shown_or_refused check (signing_id is not null or refusal is not null)
);
create unique index signing_batch_items_once on signing_batch_items (batch_id, dossier_id);
revoke update, delete, truncate on signing_batches, signing_batch_items from motcua_app;
grant update (refusal) on signing_batch_items to motcua_app;

-- A remote signature is of one file or of one batch.
alter table remote_signings
  alter column attachment_id drop not null,
  add column batch_id uuid references signing_batches (id),
  add constraint of_one_kind check (num_nonnulls(attachment_id, batch_id) = 1);
