create table drafts (
  id uuid primary key,
  owner_id uuid not null,
  procedure_code text not null,
  revision_id uuid not null,
  case_code text,
  dossier_id uuid,
  answers jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz(3) not null,
  saved_at timestamptz(3) not null,
  submitted_at timestamptz(3),
  discarded_at timestamptz(3)
);
create index drafts_of_owner on drafts (owner_id, saved_at desc) where submitted_at is null and discarded_at is null;
create unique index drafts_one_open_per_dossier on drafts (dossier_id) where submitted_at is null and discarded_at is null;

create table dossiers (
  id uuid primary key,
  draft_id uuid not null unique references drafts (id),
  submission_code text not null unique,
  dossier_code text unique check (dossier_code ~ '^(?:[A-Y]\d{2}(?:\.[0-9A-Z]{1,3})*|\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2})-(?:\d{6}|\d{8})-\d{4,7}$'),
  procedure_code text not null,
  procedure_name jsonb not null,
  revision_id uuid not null,
  case_code text not null,
  submitter_id uuid not null,
  applicant_id uuid not null,
  applicant_name text not null,
  applicant_search text not null,
  applicant_id_hash text,
  answers jsonb not null,
  facts jsonb not null,
  fee jsonb not null,
  state text not null check (state in ('submitted', 'incomplete', 'accepted', 'not_accepted', 'in_review', 'awaiting_supplement',
    'awaiting_approval', 'withdrawal_requested', 'terminated', 'completed', 'result_returned')),
  agency_code text not null,
  receiving_agency_code text not null,
  unit_id uuid,
  assignee_id uuid,
  version integer not null default 1,
  submitted_at timestamptz(3) not null,
  intake_due_at timestamptz(3) not null,
  accepted_at timestamptz(3),
  original_due_at timestamptz(3),
  due_at timestamptz(3),
  deadline jsonb,
  completed_at timestamptz(3),
  returned_at timestamptz(3),
  state_since timestamptz(3) not null,
  held_since timestamptz(3) not null,
  closing jsonb,
  supplement_count integer not null default 0,
  constraint accepted_has_code_and_due check ((accepted_at is null) = (dossier_code is null) and (accepted_at is null) = (due_at is null)),
  constraint reviewed_was_accepted check (state not in ('accepted', 'in_review', 'awaiting_supplement', 'awaiting_approval', 'completed', 'result_returned') or accepted_at is not null),
  constraint ended_without_result_has_reason check (state not in ('not_accepted', 'terminated') or length(closing ->> 'reason') > 0),
  constraint in_review_has_a_person check (state not in ('in_review', 'awaiting_approval') or assignee_id is not null),
  constraint completed_has_time check ((state in ('completed', 'result_returned')) = (completed_at is not null)),
  constraint returned_has_time check ((state = 'result_returned') = (returned_at is not null))
);
-- Every list of the inbox walks one of these in its own order (key, id); unit_id is there so that counting reads the index only.
create index dossiers_of_applicant on dossiers (applicant_id, submitted_at desc, id desc);
create index dossiers_of_submitter on dossiers (submitter_id, submitted_at desc, id desc);
create index dossiers_new on dossiers (agency_code, intake_due_at, id) include (unit_id) where state = 'submitted';
create index dossiers_unassigned on dossiers (agency_code, due_at, id) include (unit_id) where state = 'accepted';
create index dossiers_mine on dossiers (assignee_id, due_at, id) where state in ('in_review', 'awaiting_approval');
create index dossiers_open on dossiers (agency_code, due_at, id) include (unit_id) where state in ('accepted', 'in_review', 'awaiting_approval', 'withdrawal_requested');
create index dossiers_waiting on dossiers (agency_code, state_since, id) include (unit_id) where state in ('awaiting_supplement', 'incomplete');
create index dossiers_approval on dossiers (agency_code, due_at, id) include (unit_id) where state = 'awaiting_approval';
create index dossiers_to_return on dossiers (agency_code, completed_at, id) include (unit_id) where state = 'completed';
create index dossiers_all on dossiers (agency_code, submitted_at desc, id desc);
-- What a desk received for another agency: few, so these are small.
create index dossiers_new_elsewhere on dossiers (receiving_agency_code, intake_due_at, id) where state = 'submitted' and receiving_agency_code <> agency_code;
create index dossiers_open_elsewhere on dossiers (receiving_agency_code, due_at, id) where state in ('accepted', 'in_review', 'awaiting_approval', 'withdrawal_requested') and receiving_agency_code <> agency_code;
create index dossiers_waiting_elsewhere on dossiers (receiving_agency_code, state_since, id) where state in ('awaiting_supplement', 'incomplete') and receiving_agency_code <> agency_code;
create index dossiers_to_return_elsewhere on dossiers (receiving_agency_code, completed_at, id) where state = 'completed' and receiving_agency_code <> agency_code;
create index dossiers_all_elsewhere on dossiers (receiving_agency_code, submitted_at desc, id desc) where receiving_agency_code <> agency_code;
create index dossiers_by_id_hash on dossiers (applicant_id_hash) where applicant_id_hash is not null;
-- Names are searched within an agency: each word carries its code, so that no list of a common word is longer than the agency's own.
create index dossiers_by_name on dossiers using gin
  (array_to_tsvector(string_to_array(agency_code || '|' || replace(applicant_search, ' ', ' ' || agency_code || '|'), ' ')));
create index dossiers_by_name_elsewhere on dossiers using gin
  (array_to_tsvector(string_to_array(receiving_agency_code || '|' || replace(applicant_search, ' ', ' ' || receiving_agency_code || '|'), ' ')))
  where receiving_agency_code <> agency_code;

create table supplement_requests (
  id uuid primary key,
  dossier_id uuid not null references dossiers (id),
  items jsonb not null check (jsonb_array_length(items) > 0),
  note text not null,
  requested_by uuid not null,
  requested_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  answered_at timestamptz(3),
  closed_at timestamptz(3)
);
create unique index supplement_requests_one_open on supplement_requests (dossier_id) where answered_at is null and closed_at is null;
create index supplement_requests_of_dossier on supplement_requests (dossier_id, requested_at);

create table dossier_results (
  dossier_id uuid primary key references dossiers (id),
  outcome text not null check (outcome in ('granted', 'denied')),
  ground text,
  reason text not null,
  fields jsonb not null,
  drafted_by uuid not null,
  drafted_at timestamptz(3) not null,
  number text unique,
  approved_by uuid,
  approved_at timestamptz(3),
  sent_back_reason text,
  constraint denied_has_ground check (outcome = 'granted' or (length(ground) > 0 and length(reason) > 0)),
  constraint approved_has_number check ((approved_at is null) = (number is null) and (approved_at is null) = (approved_by is null))
);

create table deadline_events (
  id uuid primary key,
  dossier_id uuid not null references dossiers (id),
  at timestamptz(3) not null,
  kind text not null check (kind in ('started', 'paused', 'resumed', 'restarted', 'stopped')),
  due_at timestamptz(3),
  explanation jsonb not null,
  legal_ground text not null,
  actor_id uuid
);
create index deadline_events_of_dossier on deadline_events (dossier_id, at);
create trigger deadline_events_append_only before update or delete on deadline_events for each row execute function refuse_change();
revoke update, delete, truncate on deadline_events from motcua_app;

create table code_counters (
  series text not null,
  day date not null,
  used integer not null,
  primary key (series, day)
);

create table issued_documents (
  id uuid primary key,
  dossier_id uuid not null references dossiers (id),
  kind text not null,
  occasion text not null,
  number text not null,
  sha256 text not null,
  size integer not null,
  issued_at timestamptz(3) not null
);
create unique index issued_documents_once on issued_documents (dossier_id, kind, occasion);
create trigger issued_documents_append_only before update or delete on issued_documents for each row execute function refuse_change();
revoke update, delete, truncate on issued_documents from motcua_app;

-- A change of a dossier makes its cached public look-up stale at once, in every portal process.
create function dossier_page_changed() returns trigger language plpgsql as $$
begin
  perform page_changed('look-up:' || new.submission_code);
  if new.dossier_code is not null then perform page_changed('look-up:' || new.dossier_code); end if;
  return null;
end $$;
create trigger dossiers_page_changed after update on dossiers for each row execute function dossier_page_changed();
