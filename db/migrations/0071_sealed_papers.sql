-- The number of an outgoing paper: taken once for its occasion, whatever becomes of the attempts to make and seal it.
create table paper_numbers (
  dossier_id uuid not null references dossiers (id),
  kind text not null,
  occasion text not null,
  number text not null,
  taken_at timestamptz(3) not null,
  primary key (dossier_id, kind, occasion)
);
create trigger paper_numbers_append_only before update or delete on paper_numbers for each row execute function refuse_change();
revoke update, delete, truncate on paper_numbers from motcua_app;

-- To which level a paper is signed, and until when its newest proof of time can be checked.
alter table issued_documents
  add column signed_level text not null default 'unsigned' check (signed_level in ('unsigned', 'B-LT', 'B-LTA')),
  add column timestamp_ends_at timestamptz(3),
  add constraint signed_has_time check ((signed_level = 'unsigned') = (timestamp_ends_at is null));
create index issued_documents_to_renew on issued_documents (timestamp_ends_at) where signed_level <> 'unsigned';

-- The one change an issued paper may see: a longer-lasting proof appended to the same signatures.
create function issued_documents_only_renewed() returns trigger language plpgsql as $$
begin
  if old.signed_level = 'unsigned' or new.signed_level <> 'B-LTA' or new.size <= old.size
    or (to_jsonb(new) - array['sha256', 'size', 'signed_level', 'timestamp_ends_at'])
      is distinct from (to_jsonb(old) - array['sha256', 'size', 'signed_level', 'timestamp_ends_at']) then
    raise exception 'of an issued document only the proof of its signatures can be renewed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
drop trigger issued_documents_append_only on issued_documents;
create trigger issued_documents_only_renewed before update on issued_documents for each row execute function issued_documents_only_renewed();
create trigger issued_documents_never_deleted before delete on issued_documents for each row execute function refuse_change();
grant update (sha256, size, signed_level, timestamp_ends_at) on issued_documents to motcua_app;

-- A result as a leader is shown it for signature, and what came back; one for each state of the dossier.
create table result_signings (
  id uuid primary key,
  dossier_id uuid not null references dossiers (id),
  dossier_version integer not null,
  prepared_by uuid not null,
  prepared_at timestamptz(3) not null,
  number text not null,
  places jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null,
  signed_sha256 text check (signed_sha256 ~ '^[0-9a-f]{64}$'),
  signed_size integer check (signed_size > size),
  signed_at timestamptz(3),
  constraint signed_whole check (num_nonnulls(signed_sha256, signed_size, signed_at) in (0, 3))
);
create unique index result_signings_once on result_signings (dossier_id, dossier_version);
create function result_signings_only_signed() returns trigger language plpgsql as $$
begin
  if old.signed_at is not null
    or (to_jsonb(new) - array['signed_sha256', 'signed_size', 'signed_at'])
      is distinct from (to_jsonb(old) - array['signed_sha256', 'signed_size', 'signed_at']) then
    raise exception 'of a result shown for signature only the signature can be added, once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger result_signings_only_signed before update on result_signings for each row execute function result_signings_only_signed();
create trigger result_signings_never_deleted before delete on result_signings for each row execute function refuse_change();
revoke update, delete, truncate on result_signings from motcua_app;
grant update (signed_sha256, signed_size, signed_at) on result_signings to motcua_app;
