-- Why an act was done, in the words of whoever had to give a reason; bound to the act and kept as it was given.
create table dossier_reasons (
  act_id uuid primary key references audit_log (id),
  dossier_id uuid not null references dossiers (id),
  ground text,
  reason text not null check (length(btrim(reason)) > 0),
  guidance text
);
create index dossier_reasons_of_dossier on dossier_reasons (dossier_id);

insert into dossier_reasons (act_id, dossier_id, reason)
  select id, subject_id::uuid, data ->> 'reason' from audit_log
  where subject_kind = 'dossier' and action = 'dossier.withdrawalRefused' and length(btrim(data ->> 'reason')) > 0;
insert into dossier_reasons (act_id, dossier_id, ground, reason, guidance)
  select act.id, dossier.id, dossier.closing ->> 'ground', dossier.closing ->> 'reason', dossier.closing ->> 'guidance'
  from dossiers dossier join audit_log act on act.subject_kind = 'dossier' and act.subject_id = dossier.id::text
  where act.action in ('dossier.intakeRejected', 'dossier.withdrawn', 'dossier.closedUnanswered')
    and length(btrim(dossier.closing ->> 'reason')) > 0;

create trigger dossier_reasons_append_only before update or delete on dossier_reasons for each row execute function refuse_change();
revoke update, delete, truncate on dossier_reasons from motcua_app;
