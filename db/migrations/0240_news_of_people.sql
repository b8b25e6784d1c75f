-- The portal keeps in memory who is signed in and what waits for them; a change of either is told as that of a page is.
-- A request that keeps its session awake moves seen_at forward, which ends nothing and is no news.
create function session_changed() returns trigger language plpgsql as $$
begin
  perform page_changed('person:' || old.user_id);
  return null;
end $$;
create trigger sessions_told after update on sessions for each row
  when (old.revoked_at is distinct from new.revoked_at or old.ends_at <> new.ends_at or old.seen_at > new.seen_at
    or old.user_id <> new.user_id or old.certificate_sha256 is distinct from new.certificate_sha256)
  execute function session_changed();
create trigger sessions_removal_told after delete on sessions for each row execute function session_changed();

create function account_changed() returns trigger language plpgsql as $$
begin
  perform page_changed('person:' || old.id);
  return null;
end $$;
create trigger users_told after update on users for each row
  when (old.name <> new.name or old.kind <> new.kind or old.disabled_at is distinct from new.disabled_at)
  execute function account_changed();
create trigger users_removal_told after delete on users for each row execute function account_changed();

-- What somebody began or what waits for them; an autosave changes neither.
create function draft_begun_or_ended() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform page_changed('pending:' || old.owner_id); end if;
  if tg_op <> 'DELETE' then perform page_changed('pending:' || new.owner_id); end if;
  return null;
end $$;
create trigger drafts_told after insert or delete on drafts for each row execute function draft_begun_or_ended();
create trigger drafts_change_told after update on drafts for each row
  when (old.owner_id <> new.owner_id or old.revision_id <> new.revision_id or old.dossier_id is distinct from new.dossier_id
    or old.submitted_at is distinct from new.submitted_at or old.discarded_at is distinct from new.discarded_at
    or old.open_to_certificate <> new.open_to_certificate)
  execute function draft_begun_or_ended();

create function dossier_waits_or_not() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform page_changed('pending:' || old.applicant_id);
    perform page_changed('pending:' || old.submitter_id);
  end if;
  if tg_op <> 'DELETE' then
    perform page_changed('pending:' || new.applicant_id);
    perform page_changed('pending:' || new.submitter_id);
  end if;
  return null;
end $$;
create trigger dossiers_told after insert or delete on dossiers for each row execute function dossier_waits_or_not();
create trigger dossiers_change_told after update on dossiers for each row
  when (old.state <> new.state or old.state_since <> new.state_since or old.procedure_name <> new.procedure_name
    or old.applicant_id <> new.applicant_id or old.submitter_id <> new.submitter_id)
  execute function dossier_waits_or_not();
