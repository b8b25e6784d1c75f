-- How each thing asked for was answered: the old answer beside the new one, the files sent and replaced, or why it was not mended.
alter table supplement_requests add column answers jsonb;
update supplement_requests set answers = '{"items": [], "before": {}, "after": {}}' where answered_at is not null;
alter table supplement_requests
  add constraint answered_says_how check ((answered_at is null) = (answers is null)),
  add constraint each_item_is_answered check (answers is null or jsonb_array_length(answers -> 'items') in (0, jsonb_array_length(items))),
  add constraint ends_once check (answered_at is null or closed_at is null);

-- What the applicant said while mending: why something cannot be mended, which of the earlier files a new one replaces.
alter table drafts add column replies jsonb not null default '{"explanations": {}, "replaced": {}}';
