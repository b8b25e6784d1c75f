-- Each way in which a notice reaches a person, with how far it is. The address stays where it is kept: it may change, and is personal.
create table notice_deliveries (
  notice_id uuid not null references notices (id),
  channel text not null check (channel <> ''),
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'refused', 'failed', 'skipped')),
  attempts integer not null default 0 check (attempts >= 0),
  -- Why the last attempt failed, or why there was none; the code is the other side's number for it.
  reason text,
  code text,
  changed_at timestamptz(3) not null,
  -- While it is in somebody's hands; one who dies gives it back by letting the time pass.
  claimed_until timestamptz(3),
  primary key (notice_id, channel),
  constraint says_why check (state not in ('refused', 'failed', 'skipped') or reason is not null)
);
create index notice_deliveries_undelivered on notice_deliveries (changed_at desc) where state in ('refused', 'failed');
revoke delete, truncate on notice_deliveries from motcua_app;

insert into notice_deliveries (notice_id, channel, state, changed_at)
  select id, 'in_app', 'delivered', created_at from notices;
insert into notice_deliveries (notice_id, channel, state, attempts, reason, changed_at)
  select notice.id, 'mail',
    case when mailed_at is not null then 'delivered' when job.id is not null then 'waiting' else 'skipped' end,
    case when mailed_at is not null then 1 else 0 end,
    -- A job that ended without a mail had nobody to send it to.
    case when mailed_at is null and job.id is null then 'no-address' end,
    coalesce(mailed_at, notice.created_at)
  from notices notice left join graphile_worker.jobs job on job.key = 'mail:' || notice.id;

-- What still waited waits under its new name.
select graphile_worker.add_job('notices.deliver', json_build_object('noticeId', notice_id, 'channel', channel),
    job_key => 'deliver:' || notice_id || ':' || channel, max_attempts => 12),
  graphile_worker.remove_job('mail:' || notice_id)
from notice_deliveries where state = 'waiting';

alter table notices drop column mailed_at;
