-- Which handler has been given which event: the fan-out of an event happens once, however often its dispatch is tried.
create table event_deliveries (
  event_id uuid not null,
  task text not null,
  at timestamptz not null default now(),
  primary key (event_id, task)
);
create index event_deliveries_age on event_deliveries (at);

-- Workers that are alive say so; jobs of one that fell silent are given back to the queue.
create table worker_heartbeats (
  worker_id text primary key,
  host text not null,
  pid integer not null,
  at timestamptz not null default now()
);

-- Jobs that failed at least once, for the screen that shows and retries them. Payloads stay out of it.
create view job_troubles as
  select job.id, task.identifier as task, job.key, job.attempts::int, job.max_attempts::int, job.last_error,
    job.attempts >= job.max_attempts as is_final, job.run_at, job.created_at, job.updated_at
  from graphile_worker._private_jobs job
  join graphile_worker._private_tasks task on task.id = job.task_id
  where job.last_error is not null;
