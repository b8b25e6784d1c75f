-- Names, agencies and hours change on a day known beforehand: a row holds for [effective_from, effective_to], and two rows of
-- one thing never hold on the same day. A trigger sees to that once a statement: exclusion constraints would take four times as
-- long to load the communes.
create function refuse_two_on_one_day() returns trigger language plpgsql as $$
declare clash text;
begin
  perform pg_advisory_xact_lock(hashtext(tg_table_name));
  execute format(
    'select a.code from %1$I a join %1$I b on a.code = b.code and a.effective_from < b.effective_from
     where a.effective_to is null or a.effective_to >= b.effective_from limit 1', tg_table_name) into clash;
  if clash is not null then
    raise exception '% has two rows in % that hold on one day', clash, tg_table_name using errcode = 'exclusion_violation';
  end if;
  return null;
end $$;

create table provinces (
  code text not null check (code ~ '^\d{2}$'),
  name text not null,
  kind text not null check (kind in ('city', 'province')),
  organ_code text not null check (organ_code ~ '^H\d{2}$'),
  effective_from date not null,
  effective_to date,
  source text not null,
  confidence text not null check (confidence in ('confirmed', 'high', 'medium')),
  is_sample boolean not null default false,
  primary key (code, effective_from),
  check (effective_to >= effective_from)
);
create trigger provinces_hold_one_at_a_time after insert or update on provinces execute function refuse_two_on_one_day();

create table wards (
  code text not null check (code ~ '^\d{5}$'),
  province_code text not null,
  name text not null,
  kind text not null check (kind in ('ward', 'commune', 'specialZone')),
  effective_from date not null,
  effective_to date,
  source text not null,
  is_sample boolean not null default false,
  primary key (code, effective_from),
  check (effective_to >= effective_from)
);
create trigger wards_hold_one_at_a_time after insert or update on wards execute function refuse_two_on_one_day();
create index wards_of_province on wards (province_code, code);

create table agencies (
  code text not null check (length(code) <= 35 and code ~ '^(?:[A-Y]\d{2}(?:\.[0-9A-Z]{1,3})*|Z\d{2}[0-9A-Z]{1,32})$'),
  name jsonb not null check (name ? 'vi' and name ? 'en'),
  level text not null check (level in ('ministry', 'province', 'commune')),
  function text not null,
  parent_code text,
  superior_code text,
  province_code text,
  ward_code text,
  successor_code text,
  effective_from date not null,
  effective_to date,
  source text not null,
  is_sample boolean not null,
  primary key (code, effective_from),
  check (effective_to >= effective_from),
  constraint agencies_closed_before_succeeded check (successor_code is null or effective_to is not null)
);
create trigger agencies_hold_one_at_a_time after insert or update on agencies execute function refuse_two_on_one_day();
create index agencies_of_place on agencies (function, province_code, ward_code);
create index agencies_below on agencies (parent_code, code);
create index agencies_by_level on agencies (level, province_code, code);

create table units (
  id uuid primary key,
  agency_code text not null,
  code text not null,
  name jsonb not null check (name ? 'vi' and name ? 'en'),
  kind text not null check (kind in ('oneStop', 'professional', 'registry', 'leadership')),
  effective_from date not null,
  effective_to date,
  source text not null,
  is_sample boolean not null,
  check (effective_to >= effective_from),
  unique (agency_code, code)
);

-- agency_code null: every agency that keeps no hours of its own.
create table office_hours (
  agency_code text,
  opens time not null,
  closes time not null,
  effective_from date not null,
  effective_to date,
  source text not null,
  is_sample boolean not null,
  check (closes > opens),
  check (effective_to >= effective_from),
  unique nulls not distinct (agency_code, opens, effective_from)
);

-- A year listed here is complete in calendar_days; any other is computed from the law.
create table calendar_years (
  year integer primary key check (year between 2000 and 2200),
  status text not null check (status in ('official', 'provisional')),
  source text not null
);

-- agency_code null: the whole country; a row of an agency wins over the country's.
create table calendar_days (
  date date not null,
  agency_code text,
  kind text not null check (kind in ('off', 'working')),
  name jsonb not null check (name ? 'vi' and name ? 'en'),
  status text not null check (status in ('official', 'provisional')),
  source text not null,
  unique nulls not distinct (date, agency_code)
);
