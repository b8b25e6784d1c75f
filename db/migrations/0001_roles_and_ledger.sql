-- The role the application and its worker act as: it owns nothing and cannot rewrite the ledger.
do $$ begin
  if not exists (select from pg_roles where rolname = 'motcua_app') then create role motcua_app nologin; end if;
  execute format('grant motcua_app to %I', current_user);
exception when unique_violation or duplicate_object then null;
end $$;

create extension if not exists unaccent;
create extension if not exists pg_trgm;

grant usage on schema public to motcua_app;
alter default privileges in schema public grant select, insert, update, delete on tables to motcua_app;
alter default privileges in schema public grant usage, select on sequences to motcua_app;
grant select on migrations to motcua_app;

grant usage on schema graphile_worker to motcua_app;
grant select, insert, update, delete on all tables in schema graphile_worker to motcua_app;
grant usage, select on all sequences in schema graphile_worker to motcua_app;
grant execute on all functions in schema graphile_worker to motcua_app;
-- The queue closes its tables by row level security to all but their owner; our role works with all of its rows.
do $$ declare queue_table text; begin
  for queue_table in select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity loop
    execute format('create policy motcua_app_all on graphile_worker.%I to motcua_app using (true) with check (true)', queue_table);
  end loop;
end $$;

create table audit_log (
  id uuid primary key,
  position bigint generated always as identity,
  subject_kind text not null,
  subject_id text not null,
  entry integer not null check (entry > 0),
  at timestamptz(3) not null,
  actor_kind text not null,
  actor_id text,
  action text not null,
  data jsonb not null,
  request_id text not null,
  previous_hash text not null,
  hash text not null,
  constraint audit_log_chain unique (subject_kind, subject_id, entry)
);
create index audit_log_position on audit_log (position);
create index audit_log_actor on audit_log (actor_id, position desc) where actor_id is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger audit_log_is_append_only before update or delete on audit_log for each row execute function refuse_change();
create trigger audit_log_is_never_truncated before truncate on audit_log for each statement execute function refuse_change();
revoke update, delete, truncate on audit_log from motcua_app;

-- Tells every portal process that a cached public page is out of date; the payload is the page's tag.
create function page_changed(tag text) returns void language sql as $$ select pg_notify('page_changed', tag) $$;
