create table attachments (
  id uuid primary key,
  holder_id uuid not null,
  dossier_id uuid,
  owner_id uuid not null,
  requirement_code text not null,
  name text not null,
  media_type text not null,
  size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  pages integer,
  scan text not null check (scan in ('pending', 'clean', 'infected', 'unscanned')),
  scan_detail text,
  stored_at timestamptz(3) not null,
  removed_at timestamptz(3),
  sealed_at timestamptz(3),
  superseded_at timestamptz(3),
  upload_id text unique,
  constraint sealed_belongs_to_a_dossier check ((sealed_at is null) = (dossier_id is null)),
  constraint sealed_is_not_removed check (sealed_at is null or removed_at is null)
);
create index attachments_of_holder on attachments (holder_id, stored_at) where removed_at is null;
create index attachments_of_dossier on attachments (dossier_id, stored_at) where dossier_id is not null;
create index attachments_unscanned on attachments (stored_at) where scan = 'pending';

-- What was submitted stays as it was submitted: content, name and place of a sealed file never change.
create function attachments_keep_sealed() returns trigger language plpgsql as $$
begin
  if old.sealed_at is not null and (new.sha256, new.name, new.size, new.dossier_id, new.requirement_code, new.removed_at)
    is distinct from (old.sha256, old.name, old.size, old.dossier_id, old.requirement_code, old.removed_at) then
    raise exception 'attachment % is sealed', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger attachments_keep_sealed before update on attachments for each row execute function attachments_keep_sealed();
revoke delete, truncate on attachments from motcua_app;

create table previews (
  sha256 text not null,
  page integer not null,
  width integer not null,
  preview_sha256 text not null,
  primary key (sha256, page, width)
);
