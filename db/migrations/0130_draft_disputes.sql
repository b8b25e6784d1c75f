-- What a page typed over an answer it did not show as it was: kept beside the answer until the person chooses.
alter table drafts add column disputed jsonb not null default '{}';
