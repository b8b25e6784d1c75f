-- A dossier is given to somebody at work there: on the day it changes hands, its holder has a post at its agency that covers its
-- unit, and the unit is one of that agency. Posts end later without touching what was given before; such work is shown as unattended.
create function unit_id_of(agency_code text, unit_code text) returns uuid language sql immutable strict parallel safe as $$
  -- As in db/unit-id.ts: UUID version 8 from the first 16 bytes of the digest.
  with digest as (select substring(sha256(convert_to('unit ' || agency_code || '/' || unit_code, 'UTF8')) from 1 for 16) as b)
  select encode(set_byte(set_byte(b, 6, (get_byte(b, 6) & 15) | 128), 8, (get_byte(b, 8) & 63) | 128), 'hex')::uuid from digest
$$;

-- The codes are those every agency has until its units are described.
create function is_unit_of(unit uuid, of_agency text) returns boolean language sql stable parallel safe as $$
  select exists (select from units where id = unit and agency_code = of_agency)
    or unit in (select unit_id_of(of_agency, code) from unnest(array['MC', 'CM', 'VT', 'LD']) as generic (code))
$$;

create function holder_works_there() returns trigger language plpgsql as $$
begin
  if new.unit_id is not null and not is_unit_of(new.unit_id, new.agency_code) then
    raise exception 'unit % is none of agency %', new.unit_id, new.agency_code
      using errcode = 'check_violation', constraint = 'dossiers_unit_of_agency', table = 'dossiers';
  end if;
  if new.assignee_id is not null and not exists (
    select from role_grants as post
    where post.user_id = new.assignee_id and post.agency_code = new.agency_code
      and post.role in ('caseOfficer', 'unitHead', 'departmentHead', 'agencyLeader')
      and (post.unit_id is null or post.unit_id = new.unit_id)
      and post.effective_from <= new.held_since and (post.effective_to is null or post.effective_to > new.held_since)
  ) then
    raise exception 'officer % has no post at % that covers unit %', new.assignee_id, new.agency_code, new.unit_id
      using errcode = 'check_violation', constraint = 'dossiers_holder_works_there', table = 'dossiers';
  end if;
  return new;
end $$;
create trigger dossiers_holder_works_there_at_first before insert on dossiers for each row
  when (new.unit_id is not null or new.assignee_id is not null) execute function holder_works_there();
create trigger dossiers_holder_works_there before update on dossiers for each row
  when ((new.assignee_id, new.unit_id, new.agency_code) is distinct from (old.assignee_id, old.unit_id, old.agency_code))
  execute function holder_works_there();

-- Until when somebody has to act: the desk on what was handed in, whoever holds it later; null while the applicant is waited for and
-- once it has ended. A term in days ends with its last day (Civil Code article 148.5). Queues, their counts and their marks read this.
alter table dossiers add column act_by timestamptz(3);
create function dossier_act_by() returns trigger language plpgsql as $$
begin
  new.act_by := case
    when new.state = 'submitted' then new.intake_due_at
    when new.state not in ('accepted', 'in_review', 'awaiting_approval', 'withdrawal_requested') then null
    when new.deadline -> 'policy' ->> 'unit' = 'WORKING_HOURS' then new.due_at
    else (date_trunc('day', new.due_at at time zone 'Asia/Ho_Chi_Minh') + interval '1 day' - interval '1 millisecond') at time zone 'Asia/Ho_Chi_Minh'
  end;
  return new;
end $$;
create trigger dossiers_act_by before insert or update on dossiers for each row execute function dossier_act_by();
alter table dossiers enable always trigger dossiers_act_by;
alter table dossiers disable trigger dossiers_page_changed;
update dossiers set act_by = null;
alter table dossiers enable trigger dossiers_page_changed;

drop index dossiers_unassigned, dossiers_mine, dossiers_open, dossiers_open_elsewhere;
create index dossiers_unassigned on dossiers (agency_code, due_at, id) include (unit_id)
  where assignee_id is null and state in ('accepted', 'withdrawal_requested');
create index dossiers_mine on dossiers (assignee_id, due_at, id) where state in ('in_review', 'awaiting_approval', 'withdrawal_requested');
create index dossiers_to_act_on on dossiers (agency_code, act_by, id) include (unit_id) where act_by is not null;
create index dossiers_to_act_on_elsewhere on dossiers (receiving_agency_code, act_by, id) where act_by is not null and receiving_agency_code <> agency_code;
create index dossiers_held on dossiers (agency_code, held_since, id) include (unit_id, assignee_id)
  where state in ('accepted', 'in_review', 'awaiting_supplement', 'awaiting_approval', 'withdrawal_requested');
create index dossiers_held_by on dossiers (assignee_id, submitted_at desc, id desc) where assignee_id is not null;
